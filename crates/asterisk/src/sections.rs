//! The sections that are there once for each trunk and each phone.

use crate::settings::{Kind, Phone, Sip, Trunk};

pub fn trunk(trunk: &Trunk) -> String {
    let Trunk {
        name,
        host,
        port,
        look,
        ..
    } = trunk;
    let mut text =
        format!("\n; The trunk `{name}`: PJSIP/<number>@{name}\n[{name}](trunk)\naors = {name}\n");
    if trunk.user.is_some() {
        text.push_str(&format!("outbound_auth = {name}\nfrom_domain = {host}\n"));
    }
    text.push_str(&format!(
        "[{name}]\ntype = aor\ncontact = sip:{host}:{port}\n\
         ; Seconds between two looks whether it is there.\nqualify_frequency = {look}\n\
         [{name}]\ntype = identify\nendpoint = {name}\n; Where its calls come from.\n"
    ));
    text.extend(
        trunk
            .from
            .iter()
            .map(|address| format!("match = {address}\n")),
    );
    if let (Some(user), Some(password)) = (&trunk.user, &trunk.password) {
        text.push_str(&format!(
            "[{name}]\ntype = auth\nauth_type = digest\nusername = {user}\npassword = {password}\n\
             ; Says where we are, so that its calls come in.\n\
             [{name}]\ntype = registration\nendpoint = {name}\nline = yes\noutbound_auth = {name}\n\
             server_uri = sip:{host}:{port}\nclient_uri = sip:{user}@{host}:{port}\n\
             contact_user = {user}\nretry_interval = 30\nforbidden_retry_interval = 300\n"
        ));
    }
    text
}

pub fn phone(phone: &Phone) -> String {
    let Phone { name, password, .. } = phone;
    let shared = match phone.kind {
        Kind::Desk => "desk",
        Kind::Browser => "browser",
    };
    format!(
        "\n[{name}]({shared})\nauth = {name}\naors = {name}\n\
         [{name}](phone-auth)\nusername = {name}\npassword = {password}\n[{name}](phone-aor)\n"
    )
}

/// Where a router stands between us and the others.
pub fn outside(sip: &Sip) -> String {
    let Some(address) = &sip.outside else {
        return String::new();
    };
    let mut text = format!(
        "; The address others see: a router stands between.\n\
         external_signaling_address = {address}\nexternal_media_address = {address}\n\
         ; Networks on this side of the router.\n"
    );
    text.extend(
        sip.inside
            .iter()
            .map(|network| format!("local_net = {network}\n")),
    );
    text
}

/// One address for sound, where not all of them will do.
pub fn media(address: Option<&str>) -> String {
    let lines = |address| {
        format!(
            "; Sound goes through this address only.\n\
             media_address = {address}\nbind_rtp_to_media_address = yes"
        )
    };
    address.map(lines).unwrap_or_default()
}
