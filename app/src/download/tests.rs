use axum::body::to_bytes;

use super::*;

#[tokio::test]
async fn no_cell_is_a_formula() {
    let cells = ["=1+1", "+44 121", "-2", "@me", "\tx", "\rx", "plain", "a \"quoted\", word"];
    let answer = csv("some.csv", [cells.map(str::to_owned)]).unwrap();
    assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"some.csv\"");
    let body = to_bytes(answer.into_body(), 1000).await.unwrap();
    assert_eq!(
        String::from_utf8(body.to_vec()).unwrap(),
        "'=1+1,'+44 121,'-2,'@me,'\tx,\"'\rx\",plain,\"a \"\"quoted\"\", word\"\n"
    );
}

#[tokio::test]
async fn rows_may_differ_in_length() {
    let rows = [vec!["a".to_owned()], vec!["b".to_owned(), "c".to_owned()]];
    let body = to_bytes(csv("some.csv", rows).unwrap().into_body(), 1000).await.unwrap();
    assert_eq!(&body[..], b"a\nb,c\n");
}
