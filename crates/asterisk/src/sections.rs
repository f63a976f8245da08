//! The sections that are there once for each trunk and each phone.

use crate::settings::{Kind, Phone, Settings, Sip, Trunk, bracketed};
use crate::transport::Media;
use std::net::IpAddr;

pub fn trunk(settings: &Settings, trunk: &Trunk) -> String {
    let Trunk {
        name,
        port,
        look,
        transport,
        ..
    } = trunk;
    let (host, ending) = (bracketed(&trunk.host), transport.ending());
    let is_v6 = settings.reaches(trunk).is_some_and(|own| own.is_ipv6());
    let mut text = format!(
        "\n; The trunk `{name}`: PJSIP/<number>@{name}\n[{name}](trunk)\naors = {name}\ntransport = {}\n",
        transport.section(is_v6)
    );
    text.push_str(&trunk_media(settings, trunk, is_v6));
    if trunk.user.is_some() {
        text.push_str(&format!("outbound_auth = {name}\nfrom_domain = {host}\n"));
    }
    text.push_str(&format!(
        "[{name}]\ntype = aor\ncontact = sip:{host}:{port}{ending}\n\
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
             server_uri = sip:{host}:{port}{ending}\nclient_uri = sip:{user}@{host}:{port}{ending}\n\
             contact_user = {user}\nretry_interval = 30\nforbidden_retry_interval = 300\n"
        ));
    }
    text
}

/// How sound goes to a carrier, and from which address.
fn trunk_media(settings: &Settings, trunk: &Trunk, is_v6: bool) -> String {
    let mut text = String::new();
    if trunk.media == Media::Sdes {
        text.push_str("; Sound is encrypted, or there is no call.\nmedia_encryption = sdes\n");
    }
    if is_v6 {
        text.push_str("rtp_ipv6 = yes\n");
    }
    text.push_str(&media(&settings.rtp.address, is_v6));
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
pub fn media(addresses: &[String], is_v6: bool) -> String {
    let family = |address: &IpAddr| address.is_ipv6() == is_v6;
    let mut all = addresses.iter().filter_map(|address| address.parse().ok());
    let lines = |address| {
        format!(
            "; Sound goes through this address only.\n\
             media_address = {address}\nbind_rtp_to_media_address = yes\n"
        )
    };
    all.find(family).map(lines).unwrap_or_default()
}
