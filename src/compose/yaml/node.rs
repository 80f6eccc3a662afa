//! A YAML document as a tree of nodes with their lines and tags; what the nodes mean is `decode`'s.

use libyaml_safer::{Error, ErrorKind, Event, EventData, Parser, ScalarStyle};
use std::collections::BTreeMap;

/// A node's place in its document.
pub type NodeId = usize;

/// How deep nodes may lie in each other. go-yaml allows 10000; no Compose file comes near to either.
const DEPTH: usize = 200;

/// What a node is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A word, and whether it was written without quotes.
    Scalar {
        /// Its text.
        text: String,
        /// Written without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<NodeId>),
    /// A map: keys and values in the order in which they stand.
    Map(Vec<(NodeId, NodeId)>),
    /// Another node under its anchor's name.
    Alias(NodeId),
}

/// A node.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// The tag as written, `!!` spelled out; empty when there is none.
    pub tag: String,
    /// Its line, from 1.
    pub line: usize,
}

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// All nodes; they refer to each other by place.
    pub nodes: Vec<Node>,
    /// The topmost.
    pub root: NodeId,
}

/// Reads a stream of documents. The error is what go-yaml says, `yaml: line 3: ...`.
pub fn parse(text: &[u8]) -> Result<Vec<Document>, String> {
    read(text, usize::MAX)
}

/// Reads the first document; what stands behind it is not looked at.
pub fn first(text: &[u8]) -> Result<Option<Document>, String> {
    Ok(read(text, 1)?.pop())
}

fn read(text: &[u8], most: usize) -> Result<Vec<Document>, String> {
    let mut input = text;
    let mut parser = Parser::new();
    parser.set_input_string(&mut input);
    let mut documents = Vec::new();
    loop {
        let event = parser.parse().map_err(|e| told(&e))?;
        match event.data {
            EventData::StreamEnd => return Ok(documents),
            EventData::DocumentStart { version_directive: Some(v), .. }
                if (v.major, v.minor) != (1, 1) =>
            {
                return Err("yaml: found incompatible YAML document".to_string());
            }
            EventData::DocumentStart { .. } => {
                let mut builder =
                    Builder { nodes: Vec::new(), anchors: BTreeMap::new(), open: Vec::new() };
                let first = parser.parse().map_err(|e| told(&e))?;
                let mut next = || parser.parse().map_err(|e| told(&e));
                let root = builder.node(first, &mut next, 0)?;
                documents.push(Document { nodes: builder.nodes, root });
                if documents.len() == most {
                    return Ok(documents);
                }
            }
            _ => {}
        }
    }
}

/// go-yaml's `parser.fail`: scanner errors count lines from 1, the parser's from 0.
fn told(e: &Error) -> String {
    let first = e.context_mark().map_or(0, |m| m.line);
    let line = if first != 0 { first } else { e.problem_mark().map_or(0, |m| m.line) };
    let line = match e.kind() {
        ErrorKind::Scanner if line != 0 => line + 1,
        _ => line,
    };
    let place = if line == 0 { String::new() } else { format!("line {line}: ") };
    let problem = match (e.kind(), e.problem()) {
        (ErrorKind::Reader, "invalid UTF-8") => "invalid leading UTF-8 octet",
        (_, problem) => problem,
    };
    format!("yaml: {place}{problem}")
}

struct Builder {
    nodes: Vec<Node>,
    anchors: BTreeMap<String, NodeId>,
    /// Nodes that are being read.
    open: Vec<NodeId>,
}

impl Builder {
    fn add(&mut self, event: &Event, kind: Kind, tag: Option<&String>) -> NodeId {
        let line = usize::try_from(event.start_mark.line).unwrap_or(0) + 1;
        self.nodes.push(Node { kind, tag: tag.cloned().unwrap_or_default(), line });
        self.nodes.len() - 1
    }

    fn anchor(&mut self, name: Option<&String>, id: NodeId) {
        if let Some(name) = name {
            self.anchors.insert(name.clone(), id);
        }
    }

    fn node(
        &mut self,
        event: Event,
        next: &mut dyn FnMut() -> Result<Event, String>,
        depth: usize,
    ) -> Result<NodeId, String> {
        if depth > DEPTH {
            return Err("yaml: exceeded max depth of 10000".to_string());
        }
        match &event.data {
            EventData::Alias { anchor } => {
                let Some(target) = self.anchors.get(anchor).copied() else {
                    return Err(format!("yaml: unknown anchor '{anchor}' referenced"));
                };
                if self.open.contains(&target) {
                    return Err(format!("yaml: anchor '{anchor}' value contains itself"));
                }
                Ok(self.add(&event, Kind::Alias(target), None))
            }
            EventData::Scalar { anchor, tag, value, style, .. } => {
                let plain = matches!(style, ScalarStyle::Plain | ScalarStyle::Any);
                let kind = Kind::Scalar { text: value.clone(), plain };
                let id = self.add(&event, kind, tag.as_ref());
                self.anchor(anchor.as_ref(), id);
                Ok(id)
            }
            EventData::SequenceStart { anchor, tag, .. } => {
                let id = self.add(&event, Kind::List(Vec::new()), tag.as_ref());
                self.anchor(anchor.as_ref(), id);
                self.open.push(id);
                let mut items = Vec::new();
                loop {
                    let event = next()?;
                    if matches!(event.data, EventData::SequenceEnd) {
                        break;
                    }
                    items.push(self.node(event, next, depth + 1)?);
                }
                self.open.pop();
                self.nodes[id].kind = Kind::List(items);
                Ok(id)
            }
            EventData::MappingStart { anchor, tag, .. } => {
                let id = self.add(&event, Kind::Map(Vec::new()), tag.as_ref());
                self.anchor(anchor.as_ref(), id);
                self.open.push(id);
                let mut entries = Vec::new();
                loop {
                    let event = next()?;
                    if matches!(event.data, EventData::MappingEnd) {
                        break;
                    }
                    let key = self.node(event, next, depth + 1)?;
                    let event = next()?;
                    entries.push((key, self.node(event, next, depth + 1)?));
                }
                self.open.pop();
                self.nodes[id].kind = Kind::Map(entries);
                Ok(id)
            }
            _ => Err("yaml: unknown problem parsing YAML content".to_string()),
        }
    }
}

impl Document {
    /// A node, aliases followed.
    pub fn target(&self, id: NodeId) -> NodeId {
        match self.nodes[id].kind {
            Kind::Alias(target) => target,
            _ => id,
        }
    }

    /// Whether a key is `<<`, which merges other maps into its own.
    pub fn merges(&self, key: NodeId) -> bool {
        let node = &self.nodes[key];
        let tag = node.tag.as_str();
        matches!(&node.kind, Kind::Scalar { text, plain } if text == "<<" && (*plain && (tag.is_empty() || tag == "!") || tag == "tag:yaml.org,2002:merge"))
    }

    /// The text of a scalar, aliases followed.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        match &self.nodes[self.target(id)].kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }
}
