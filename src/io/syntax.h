// The RDF syntaxes that can be read and written, and all the names they go by: short names, file
// suffixes and media types. The one list for the command line and for the server.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace whence::io {

enum class Syntax : std::uint8_t { kNTriples, kNQuads, kTurtle, kTriG, kRdfXml, kJsonLd };

struct SyntaxInfo {
  Syntax syntax;
  std::string_view name;                          ///< For people: "N-Triples".
  std::string_view short_name;                    ///< The first of `names`: "nt".
  std::span<const std::string_view> names;        ///< Short names and suffixes, lower case, no dot.
  std::string_view media_type;                    ///< As sent: "application/n-triples".
  std::span<const std::string_view> media_types;  ///< All that are taken.
  std::string_view format_iri;                    ///< http://www.w3.org/ns/formats/...
  bool has_graphs;                                ///< Whether it can name graphs.
  bool is_line_based;                             ///< Whether each line stands alone.
};

[[nodiscard]] std::span<const SyntaxInfo> syntaxes();
[[nodiscard]] const SyntaxInfo& info(Syntax syntax);

/// The commonest suffix of each, for messages: ".nt, .nq, .ttl, ...".
[[nodiscard]] std::string syntax_suffixes();

/// By short name, suffix or media type, in any case; parameters of a media type are ignored.
[[nodiscard]] std::optional<Syntax> syntax_from_name(std::string_view name);

/// By a path's suffix; a suffix of a compression (.gz, .bz2, .xz, .zst) is looked through.
[[nodiscard]] std::optional<Syntax> syntax_from_path(std::string_view path);

}  // namespace whence::io
