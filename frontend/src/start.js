// Starts the page's scripts. Loaded as a module, so a browser without modules keeps the plain page.
import * as govuk from "./govuk-frontend.min.js";

// GOV.UK Frontend shows its scripted styles only under these two classes.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

const components = [
  govuk.Button,
  govuk.CharacterCount,
  govuk.Checkboxes,
  govuk.ErrorSummary,
  govuk.NotificationBanner,
  govuk.PasswordInput,
  govuk.Radios,
  govuk.ServiceNavigation,
  govuk.SkipLink,
];
for (const component of components) {
  govuk.createAll(component);
}
