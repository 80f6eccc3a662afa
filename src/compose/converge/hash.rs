//! Hashes of what a project says of its parts, by which changes are noticed.

use crate::compose::project::forms::json_form;
use crate::compose::project::text;
use crate::compose::project::types::{NETWORK_KIND, SERVICE_KIND, VOLUME_KIND};
use crate::docker::format::indent::compact;
use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn sum(form: &Value) -> String {
    HEXLOWER.encode(&Sha256::digest(crate::vfs::text::encode(&compact(form, true))))
}

/// Of a service: all that its containers are made by.
pub fn service(service: &Value) -> String {
    let mut service = service.clone();
    if let Value::Object(fields) = &mut service {
        for name in ["build", "pull_policy", "scale", "depends_on", "profiles"] {
            fields.shift_remove(name);
        }
        if let Some(Value::Object(deploy)) = fields.get_mut("deploy") {
            deploy.shift_remove("replicas");
        }
    }
    sum(&json_form(&SERVICE_KIND, &service))
}

/// Of a network.
pub fn network(network: &Value) -> String {
    sum(&json_form(&NETWORK_KIND, network))
}

/// Of a volume.
pub fn volume(volume: &Value) -> String {
    let mut volume = volume.clone();
    if text(&volume, "driver").is_empty() {
        volume["driver"] = json!("local");
    }
    let mut form = json_form(&VOLUME_KIND, &volume);
    if let Value::Object(fields) = &mut form {
        // A driver that was not told stands where it stands when it was.
        if let Some(driver) = fields.shift_remove("driver") {
            fields.shift_insert(fields.len().min(1), "driver".to_string(), driver);
        }
    }
    sum(&form)
}
