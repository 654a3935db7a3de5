use domain::screening::{screen, sites};

use super::*;

fn answers(rows: &str) -> Vec<[String; 4]> {
    let on = "2026-11-22".parse().unwrap();
    let text = format!(
        "id,schedule1_use,peak_individuals,is_building_or_with_building,is_event,public_access,\
         access_controlled,excluded_reason\n{rows}"
    );
    let answer = |site: domain::screening::Site| {
        let screened = screen(&site, &law::known(), on);
        cells(site.id, &screened, on)
    };
    sites(text.as_bytes(), &law::known(), on).unwrap().into_iter().map(|site| answer(site.unwrap())).collect()
}

#[test]
fn an_answer_names_its_sections_and_says_why() {
    let [pub_, church] = answers("P,2,199,yes,no,yes,no,\nC,9,2500,yes,no,yes,no,\n").try_into().unwrap();
    assert_eq!(pub_, ["P", "none", "s2(2)(c)", "199 people expected at the same time: fewer than 200"]);
    assert_eq!(church[1], "standard");
    assert!(church[2].contains("s2(4); Sch1 p9(2)"), "{}", church[2]);
    assert!(church[3].contains("always in the standard tier"), "{}", church[3]);
}

#[test]
fn what_is_arguable_says_so_first() {
    for row in [
        "4,600,yes,no,yes,yes,sch2_p3_open_air_no_checks",
        "4,600,yes,no,yes,yes,",
        "17,900,yes,no,yes,no,uk_government",
        "2|14,900,yes,no,no,no,",
        "16,900,yes,yes,yes,yes,sch2_p6_worship_childcare_school_fe",
        "3,900,yes,no,yes,yes,host_enhanced",
    ] {
        let answer = answers(&format!("X,{row}\n")).remove(0);
        let first = answer[3].split("; ").next().unwrap();
        assert!(first.starts_with("arguable: ") && first.len() > 40, "{first}");
        assert!(answer[2].starts_with('s') || answer[2].starts_with("Sch2"), "{}", answer[2]);
    }
}
