//! The table of all routes: method, path, and who may go there.
//!
//! The router is made of this table, so a page cannot be reached but through its guard.

use crate::app::App;
use crate::area::{self, program};
use crate::assets;
use crate::audited;
use crate::guard;
use crate::seat::{Seat, Visitor};
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use axum::routing::{self, MethodRouter};
use axum::{Extension, Router};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Routes of one area.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    listed: Vec<Listed>,
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub method: Method,
    pub path: &'static str,
    pub seat: Seat,
    /// The largest body it takes, in bytes.
    pub largest: usize,
}

/// No form of ours is larger; an upload says its own limit.
pub const LARGEST_FORM: usize = 256 * 1024;

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn get<H, T>(self, path: &'static str, seat: Seat, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, path, seat, routing::get(handler))
    }

    pub fn post<H, T>(self, path: &'static str, seat: Seat, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, path, seat, routing::post(handler))
    }

    /// A form with a file in it.
    pub fn upload<H, T>(self, path: &'static str, seat: Seat, largest: usize, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.enter(Method::POST, path, seat, largest, routing::post(handler))
    }

    pub fn put<H, T>(self, path: &'static str, seat: Seat, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::PUT, path, seat, routing::put(handler))
    }

    pub fn patch<H, T>(self, path: &'static str, seat: Seat, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::PATCH, path, seat, routing::patch(handler))
    }

    pub fn delete<H, T>(self, path: &'static str, seat: Seat, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::DELETE, path, seat, routing::delete(handler))
    }

    /// `handlers` must answer that method only.
    fn add(
        self,
        method: Method,
        path: &'static str,
        seat: Seat,
        handlers: MethodRouter<App>,
    ) -> Self {
        self.enter(method, path, seat, LARGEST_FORM, handlers)
    }

    fn enter(
        mut self,
        method: Method,
        path: &'static str,
        seat: Seat,
        largest: usize,
        handlers: MethodRouter<App>,
    ) -> Self {
        let listed = Listed {
            method,
            path,
            seat,
            largest,
        };
        let handlers = match audited::word_of(&listed.method, path, seat) {
            None => handlers,
            Some(word) => {
                let listed = listed.clone();
                handlers.route_layer(from_fn(move |app, params, request, next| {
                    audited::note(listed.clone(), word, app, params, request, next)
                }))
            }
        };
        let handlers = handlers.route_layer(DefaultBodyLimit::max(largest));
        let guarded = match seat {
            Seat::Program(scope) => handlers.route_layer(from_fn(
                move |app: Extension<App>, request: Request, next: Next| {
                    program::admit(app.0, scope, largest, request, next)
                },
            )),
            Seat::Open if program::is_api(path) => handlers,
            _ => handlers.route_layer(from_fn(
                move |visitor: Visitor, request: Request, next: Next| {
                    guard::admit(seat, largest, visitor, request, next)
                },
            )),
        };
        self.router = self.router.route(path, guarded);
        self.listed.push(listed);
        self
    }

    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.listed.extend(other.listed);
        self
    }

    pub(crate) fn into_router(self) -> Router<App> {
        self.router
    }
}

/// Every route there is.
pub fn all_routes() -> Vec<Listed> {
    everything().listed
}

pub(crate) fn everything() -> Routes {
    area::routes().and(assets::routes())
}

/// Whether there is a page at this path: no way is shown that leads nowhere.
pub(crate) fn leads_somewhere(path: &str) -> bool {
    static PATHS: LazyLock<BTreeSet<&'static str>> =
        LazyLock::new(|| all_routes().into_iter().map(|listed| listed.path).collect());
    PATHS.contains(path)
}
