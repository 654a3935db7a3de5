// Wakes the islands of the page. `bundle` appends this to start.js when the bundle has a wasm half.
// Same order as Leptos 0.8.23's own island script: an island before the islands inside it, and the
// children slot of an outer island prepared just before an inner island wakes.

async function wakeIsland(element, slots, portal) {
  const wake = portal[element.dataset.component];
  if (!wake) {
    console.error(`No island is called ${element.dataset.component}.`);
    return;
  }
  const prepare = slots[slots.length - 1];
  if (prepare) {
    prepare();
  }
  await wake(element);
}

async function wakeBelow(parent, slots, portal) {
  for (const element of parent.children) {
    const tag = element.localName;
    if (tag === "leptos-island") {
      await wakeIsland(element, slots, portal);
    }
    // Leptos puts `$$on_hydrate` on the slot when the island around it wakes.
    const inside = tag === "leptos-children" ? [...slots, element.$$on_hydrate] : slots;
    await wakeBelow(element, inside, portal);
  }
}

async function wakeAll() {
  const portal = await import("./portal.js");
  await portal.default({ module_or_path: new URL("./portal_bg.wasm", import.meta.url) });
  portal.hydrate();
  await wakeBelow(document.body, [], portal);
  document.body.classList.add("islands-awake");
}

// A page without islands never fetches the wasm half.
if (document.querySelector("leptos-island")) {
  wakeAll().catch((error) => console.error("The islands of this page did not wake.", error));
}
