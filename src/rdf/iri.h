// IRI references and their resolution by RFC 3986 §5.2, with non-ASCII characters kept as they are
// (RFC 3987): no percent-encoding, no case or path normalisation beyond remove_dot_segments.
#pragma once

#include <string>
#include <string_view>

namespace whence::rdf {

/// The five components of RFC 3986 §3, as views into the text they were split from. A component
/// that is absent differs from one that is empty: "http://a?" has an empty query.
struct IriComponents {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
  bool has_scheme = false;
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;
};

/// Splits by the regular expression of RFC 3986 appendix B; never fails.
[[nodiscard]] IriComponents split_iri(std::string_view iri);

/// Whether `iri` begins with a scheme (RFC 3986 §3.1).
[[nodiscard]] bool is_absolute_iri(std::string_view iri);

/// `reference` resolved against the absolute IRI `base` (RFC 3986 §5.2.2, strict).
[[nodiscard]] std::string resolve_iri(std::string_view base, std::string_view reference);

/// Whether every character may stand in an IRIREF: none of <>"{}|^`\ and nothing up to U+0020
/// (RDF 1.1 Turtle §6.5 [18], SPARQL 1.1 [139]).
[[nodiscard]] bool has_only_iri_characters(std::string_view iri);

}  // namespace whence::rdf
