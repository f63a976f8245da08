//! The description of the API for programs: OpenAPI, made from the handlers.

use super::{
    audit, callbacks, campaigns, catalogues, contacts, erasures, intake, lists, locked, metrics,
    queues, recordings, registers, suppressions,
};
use axum::Json;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Components, OpenApi as Document};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Dispo",
        version = "1",
        description = "The outbound contact centre, for programs. See docs/api.md."
    ),
    paths(
        lists::all,
        lists::make::make,
        lists::one,
        lists::codes::show,
        lists::codes::set,
        lists::limits::show,
        lists::limits::set,
        lists::ground::show,
        lists::ground::set,
        lists::retention::show,
        lists::retention::set,
        lists::catalogue::show,
        lists::catalogue::set,
        lists::roster::show,
        lists::roster::set,
        lists::dispositions,
        callbacks::of_list,
        contacts::of_list,
        intake::put,
        contacts::one,
        intake::change,
        contacts::attempts::of_contact,
        contacts::disposition::correct,
        contacts::disposition::set,
        contacts::callback::put_callback,
        contacts::callback::put_owner,
        contacts::callback::resume,
        contacts::order::put_call_order,
        contacts::search,
        contacts::attempts::search,
        locked::all,
        locked::add,
        locked::remove,
        queues::all,
        queues::put,
        queues::remove,
        catalogues::all,
        catalogues::one,
        catalogues::file,
        catalogues::draft::show,
        catalogues::draft::set,
        catalogues::draft::drop,
        catalogues::draft::publish,
        campaigns::all,
        campaigns::make,
        campaigns::one,
        campaigns::compliance,
        campaigns::change,
        campaigns::put_link,
        campaigns::remove_link,
        campaigns::put_filter,
        campaigns::remove_filter,
        campaigns::assign,
        campaigns::unassign,
        campaigns::bounds,
        campaigns::put_bounds,
        campaigns::sounds,
        campaigns::put_sounds,
        campaigns::add_quota,
        campaigns::remove_quota,
        campaigns::destinations,
        campaigns::add_destination,
        campaigns::remove_destination,
        campaigns::agents,
        campaigns::advertisers,
        campaigns::name_advertiser,
        suppressions::all,
        suppressions::add,
        suppressions::of_one,
        suppressions::link,
        suppressions::many,
        registers::all,
        registers::take,
        registers::check,
        registers::numbers,
        registers::withdraw,
        recordings::all,
        recordings::show,
        recordings::sound,
        recordings::destroy,
        erasures::erase,
        audit::rows,
        audit::head,
        metrics::show,
    ),
    modifiers(&Tokens)
)]
struct Api;

struct Tokens;

impl Modify for Tokens {
    fn modify(&self, document: &mut Document) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = document.components.get_or_insert_with(Components::new);
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
    }
}

pub async fn show() -> Json<Document> {
    Json(Api::openapi())
}
