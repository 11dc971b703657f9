// The keywords of JSON-LD 1.1 (§1.7, §9.16), and what looks like one.
#pragma once

#include <string_view>

namespace whence::io::jsonld {

[[nodiscard]] bool is_keyword(std::string_view text);

/// "@" and letters: what a later version may make a keyword, and is ignored until then.
[[nodiscard]] bool has_keyword_form(std::string_view text);

/// Whether `text` can stand for a node in RDF: an absolute IRI of characters that may be in one.
[[nodiscard]] bool is_well_formed_iri(std::string_view text);

[[nodiscard]] inline bool is_blank_node_id(std::string_view text) { return text.starts_with("_:"); }

}  // namespace whence::io::jsonld
