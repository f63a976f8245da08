//! Two hundred open desks at which nothing happens cost nothing.

use crate::house::{Centre, Desk};
use axum::body::{Body, BodyDataStream};
use axum::http::{Request, header};
use engine::AgentCommand;
use std::time::Duration;
use tokio_stream::StreamExt;
use tower::ServiceExt;

const DESKS: usize = 200;
const IDLE: Duration = Duration::from_secs(3);
const QUIET: Duration = Duration::from_millis(500);

#[test]
fn open_desks_ask_the_database_nothing_while_nothing_happens() {
    let centre = Centre::open(1);
    let desks: Vec<Desk> = (0..DESKS)
        .map(|n| centre.agent(&format!("agent{n}")))
        .collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut streams = Vec::new();
        for desk in &desks {
            let mut stream = live(&centre, desk).await;
            assert!(next(&mut stream).await.contains("event: hello"));
            streams.push(stream);
        }
        // What opening a desk writes down is over before the counting begins.
        let mut before = 0;
        while before != centre.store.statements() {
            before = centre.store.statements();
            tokio::time::sleep(QUIET).await;
        }
        assert!(before > DESKS as u64, "statements are counted at all");
        tokio::time::sleep(IDLE).await;
        assert_eq!(centre.store.statements() - before, 0);

        // They sleep, they are not dead: what happens at a desk is heard there, and only there.
        let (store, agent) = (centre.store.clone(), desks[7].agent);
        tokio::task::spawn_blocking(move || {
            store
                .agent_command(agent, AgentCommand::LogIn)
                .unwrap()
                .unwrap();
        })
        .await
        .unwrap();
        assert!(next(&mut streams[7]).await.contains("desk"));
        let other = tokio::time::timeout(QUIET, next(&mut streams[8])).await;
        assert!(other.is_err(), "{other:?}");
    });
}

async fn live(centre: &Centre, desk: &Desk) -> BodyDataStream {
    let request = Request::get("/live")
        .header(header::HOST, "centre.example")
        .header(header::COOKIE, desk.cookie.as_str())
        .body(Body::empty())
        .unwrap();
    let answer = centre.router().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.into_body().into_data_stream()
}

async fn next(stream: &mut BodyDataStream) -> String {
    let part = stream.next().await.unwrap().unwrap();
    String::from_utf8_lossy(&part).into_owned()
}
