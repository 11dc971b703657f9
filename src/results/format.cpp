// The table of result formats: media types by the recommendations "SPARQL 1.1 Query Results JSON
// Format" §6, "SPARQL Query Results XML Format" §4 and "SPARQL 1.1 Query Results CSV and TSV
// Formats" §6, format IRIs by https://www.w3.org/ns/formats/.
#include "results/format.h"

#include <algorithm>
#include <array>

namespace whence::results {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kJsonNames = {"json"sv, "srj"sv};
constexpr std::array kXmlNames = {"xml"sv, "srx"sv};
constexpr std::array kCsvNames = {"csv"sv};
constexpr std::array kTsvNames = {"tsv"sv};
constexpr std::array kTableNames = {"table"sv, "text"sv, "txt"sv};

constexpr std::array kJsonTypes = {"application/sparql-results+json"sv, "application/json"sv};
constexpr std::array kXmlTypes = {"application/sparql-results+xml"sv, "application/xml"sv,
                                  "text/xml"sv};
constexpr std::array kCsvTypes = {"text/csv"sv};
constexpr std::array kTsvTypes = {"text/tab-separated-values"sv};
constexpr std::array kTableTypes = {"text/plain"sv};

constexpr std::array kFormats = {
    FormatInfo{Format::kJson, "JSON", kJsonNames, kJsonTypes[0], kJsonTypes,
               "http://www.w3.org/ns/formats/SPARQL_Results_JSON"},
    FormatInfo{Format::kXml, "XML", kXmlNames, kXmlTypes[0], kXmlTypes,
               "http://www.w3.org/ns/formats/SPARQL_Results_XML"},
    FormatInfo{Format::kCsv, "CSV", kCsvNames, kCsvTypes[0], kCsvTypes,
               "http://www.w3.org/ns/formats/SPARQL_Results_CSV"},
    FormatInfo{Format::kTsv, "TSV", kTsvNames, kTsvTypes[0], kTsvTypes,
               "http://www.w3.org/ns/formats/SPARQL_Results_TSV"},
    FormatInfo{Format::kTable, "table", kTableNames, kTableTypes[0], kTableTypes, ""},
};

bool is_same_name(std::string_view lower, std::string_view name) {
  return std::ranges::equal(lower, name, {}, {}, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
}

std::string_view without_spaces(std::string_view text) {
  constexpr std::string_view kSpaces = " \t";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

}  // namespace

std::span<const FormatInfo> formats() { return kFormats; }

const FormatInfo& info(Format format) {
  return *std::ranges::find(kFormats, format, &FormatInfo::format);
}

std::optional<Format> format_from_name(std::string_view name) {
  const std::string_view wanted = without_spaces(name.substr(0, name.find(';')));
  const auto is_wanted = [&](std::string_view known) { return is_same_name(known, wanted); };
  for (const FormatInfo& entry : kFormats) {
    if (std::ranges::any_of(entry.names, is_wanted) ||
        std::ranges::any_of(entry.media_types, is_wanted)) {
      return entry.format;
    }
  }
  return std::nullopt;
}

}  // namespace whence::results
