// The formats of query results, and all the names they go by: short names, suffixes and media
// types. The one list for the command line and for the server.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whence::results {

enum class Format : std::uint8_t { kJson, kXml, kCsv, kTsv, kTable };

struct FormatInfo {
  Format format;
  std::string_view name;                          ///< For people: "JSON".
  std::span<const std::string_view> names;        ///< Short names and suffixes, lower case.
  std::string_view media_type;                    ///< As sent: "application/sparql-results+json".
  std::span<const std::string_view> media_types;  ///< All that are taken.
  std::string_view format_iri;                    ///< http://www.w3.org/ns/formats/..., or empty.
};

[[nodiscard]] std::span<const FormatInfo> formats();
[[nodiscard]] const FormatInfo& info(Format format);

/// By short name, suffix or media type, in any case; parameters of a media type are ignored.
[[nodiscard]] std::optional<Format> format_from_name(std::string_view name);

struct WriterOptions {
  std::vector<std::pair<std::string, std::string>> prefixes;  ///< For the table: shorten IRIs.
  std::size_t width_max = 0;  ///< For the table: columns of the terminal; 0: no limit.
  bool colour = false;        ///< For the table.
};

}  // namespace whence::results
