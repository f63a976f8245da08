//! The server: one router around all areas, from start to an orderly end.

use crate::app::App;
use crate::{guard, origin, requests, routes};
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use std::future::Future;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

/// Nothing inline, nothing from elsewhere, nobody's frame.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; media-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "microphone=(self), camera=(), geolocation=(), payment=()",
    ),
];

/// Serves until `end` comes true; then lets running requests finish.
pub async fn serve(
    listener: TcpListener,
    app: App,
    end: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (live, running) = (app.live().clone(), app.running().clone());
    running.resume();
    let ended = async move {
        end.await;
        // Streams never end by themselves.
        live.close();
        running.end();
    };
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(ended)
        .await
}

pub fn router(app: App) -> Router {
    let mut router = routes::everything()
        .into_router()
        .fallback(|| async { crate::failure::Failure::NotFound })
        .layer(from_fn(origin::same_site))
        .layer(from_fn_with_state(app.clone(), guard::recognise))
        .layer(from_fn_with_state(app.clone(), requests::measure))
        .layer(CompressionLayer::new());
    for (name, value) in HEADERS {
        let value = HeaderValue::from_static(value);
        router = router.layer(SetResponseHeaderLayer::if_not_present(name, value));
    }
    router.with_state(app)
}
