//! The rules that Docker's build checks know, by name, with the sentence that each is described by.

/// A rule.
pub struct Rule {
    /// Its name, which `# check=skip=` takes.
    pub name: &'static str,
    /// What it wants.
    pub about: &'static str,
    /// Whether it is followed only where it is asked for.
    pub tried: bool,
}

impl Rule {
    const fn new(name: &'static str, about: &'static str) -> Rule {
        Rule { name, about, tried: false }
    }

    /// Where Docker's documentation explains it: its name with dashes for capitals.
    pub fn page(&self) -> String {
        let mut slug = String::new();
        let capital = |at: usize| self.name[at..].starts_with(|c: char| c.is_ascii_uppercase());
        for (at, c) in self.name.char_indices() {
            let begins = at > 0 && capital(at) && (!capital(at - 1) || !capital(at + 1));
            slug.extend(begins.then_some('-'));
            slug.push(c.to_ascii_lowercase());
        }
        format!("https://docs.docker.com/go/dockerfile/rule/{slug}/")
    }
}

pub const CONSISTENT_CASING: Rule = Rule::new(
    "ConsistentInstructionCasing",
    "All commands within the Dockerfile should use the same casing (either upper or lower)",
);
pub const CONST_PLATFORM: Rule = Rule::new(
    "FromPlatformFlagConstDisallowed",
    "FROM --platform flag should not use a constant value",
);
pub const COPY_IGNORED: Rule = Rule {
    name: "CopyIgnoredFile",
    about: "Attempting to Copy file that is excluded by .dockerignore",
    tried: true,
};
pub const DESCRIPTION: Rule = Rule {
    name: "InvalidDefinitionDescription",
    about: "Comment for build stage or argument should follow the format: `# <arg/stage name> <description>`. If this is not intended to be a description comment, add an empty line or comment between the instruction and the comment.",
    tried: true,
};
pub const DUPLICATE_STAGE: Rule = Rule::new("DuplicateStageName", "Stage names should be unique");
pub const EMPTY_CONTINUATION: Rule = Rule::new(
    "NoEmptyContinuation",
    "Empty continuation lines will become errors in a future release",
);
pub const EXPOSE_CASING: Rule =
    Rule::new("ExposeProtoCasing", "Protocol in EXPOSE instruction should be lowercase");
pub const EXPOSE_FORMAT: Rule = Rule::new(
    "ExposeInvalidFormat",
    "IP address and host-port mapping should not be used in EXPOSE instruction. This will become an error in a future release",
);
pub const FROM_AS_CASING: Rule =
    Rule::new("FromAsCasing", "The 'as' keyword should match the case of the 'from' keyword");
pub const INVALID_DEFAULT: Rule = Rule::new(
    "InvalidDefaultArgInFrom",
    "Default value for global ARG results in an empty or invalid base image name",
);
pub const JSON_ARGS: Rule = Rule::new(
    "JSONArgsRecommended",
    "JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals",
);
pub const LEGACY_PAIRS: Rule = Rule::new(
    "LegacyKeyValueFormat",
    "Legacy key/value format with whitespace separator should not be used",
);
pub const MAINTAINER: Rule = Rule::new(
    "MaintainerDeprecated",
    "The MAINTAINER instruction is deprecated, use a label instead to define an image author",
);
pub const MULTIPLE: Rule = Rule::new(
    "MultipleInstructionsDisallowed",
    "Multiple instructions of the same type should not be used in the same stage",
);
pub const REDUNDANT_PLATFORM: Rule = Rule::new(
    "RedundantTargetPlatform",
    "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior",
);
pub const RELATIVE_WORKDIR: Rule = Rule::new(
    "WorkdirRelativePath",
    "Relative workdir without an absolute workdir declared within the build can have unexpected results if the base image changes",
);
pub const RESERVED_STAGE: Rule =
    Rule::new("ReservedStageName", "Reserved words should not be used as stage names");
pub const SECRETS: Rule = Rule::new(
    "SecretsUsedInArgOrEnv",
    "Sensitive data should not be used in the ARG or ENV commands",
);
pub const STAGE_CASING: Rule = Rule::new("StageNameCasing", "Stage names should be lowercase");
pub const UNDEFINED_IN_FROM: Rule =
    Rule::new("UndefinedArgInFrom", "FROM command must use declared ARGs");
pub const UNDEFINED_VAR: Rule =
    Rule::new("UndefinedVar", "Variables should be defined before their use");

#[cfg(test)]
mod tests {
    use super::{FROM_AS_CASING, JSON_ARGS, SECRETS};

    #[test]
    fn pages() {
        let last = |page: String| page.rsplit('/').nth(1).map(str::to_string);
        for (rule, slug) in [
            (JSON_ARGS, "json-args-recommended"),
            (FROM_AS_CASING, "from-as-casing"),
            (SECRETS, "secrets-used-in-arg-or-env"),
        ] {
            assert_eq!(last(rule.page()).as_deref(), Some(slug));
        }
    }
}
