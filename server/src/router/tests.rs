use super::*;

#[test]
fn a_server_function_without_an_action_stops_the_server() {
    let table = routes::routes(true).table().to_vec();
    assert!(known_server_functions([], &table).is_ok());
    let known = &table[0];
    assert!(known_server_functions([(known.path, known.method.clone())], &table).is_ok());
    let dummy = known_server_functions([("/api/dummy", Method::POST)], &table);
    assert!(dummy.unwrap_err().contains("/api/dummy"));
}
