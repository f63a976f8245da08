//! The table of all routes: method, path, and who may go there.
//!
//! The router is made of this table, so a page cannot be reached but through its guard.

use crate::app::App;
use crate::area;
use crate::guard;
use crate::seat::{Seat, Visitor};
use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use axum::routing::{self, MethodRouter};

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
}

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

    /// Any other method; `handlers` must answer that method only.
    pub fn add(
        mut self,
        method: Method,
        path: &'static str,
        seat: Seat,
        handlers: MethodRouter<App>,
    ) -> Self {
        let guarded = handlers.route_layer(from_fn(
            move |visitor: Visitor, request: Request, next: Next| {
                guard::admit(seat, visitor, request, next)
            },
        ));
        self.router = self.router.route(path, guarded);
        self.listed.push(Listed { method, path, seat });
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
    area::routes().listed
}
