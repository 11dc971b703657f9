// The table of RDF syntaxes: names by IANA's registrations and the W3C's format IRIs
// (https://www.w3.org/ns/formats/).
#include "io/syntax.h"

#include <algorithm>
#include <array>
#include <string>

namespace whence::io {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kNTriplesNames = {"nt"sv, "ntriples"sv, "n-triples"sv};
constexpr std::array kNQuadsNames = {"nq"sv, "nquads"sv, "n-quads"sv};
constexpr std::array kTurtleNames = {"ttl"sv, "turtle"sv};
constexpr std::array kTriGNames = {"trig"sv};
constexpr std::array kRdfXmlNames = {"rdf"sv, "rdfxml"sv, "owl"sv, "xml"sv};
// ".json" may be anything, and is not taken.
constexpr std::array kJsonLdNames = {"jsonld"sv, "json-ld"sv};

// text/plain was N-Triples' type before RDF 1.1 and is not taken: it says too little.
constexpr std::array kNTriplesTypes = {"application/n-triples"sv};
constexpr std::array kNQuadsTypes = {"application/n-quads"sv, "text/x-nquads"sv};
constexpr std::array kTurtleTypes = {"text/turtle"sv, "application/x-turtle"sv,
                                     "application/turtle"sv};
constexpr std::array kTriGTypes = {"application/trig"sv, "application/x-trig"sv};
constexpr std::array kRdfXmlTypes = {"application/rdf+xml"sv};
constexpr std::array kJsonLdTypes = {"application/ld+json"sv};

constexpr std::array kSyntaxes = {
    SyntaxInfo{Syntax::kNTriples, "N-Triples", "nt", kNTriplesNames, kNTriplesTypes[0],
               kNTriplesTypes, "http://www.w3.org/ns/formats/N-Triples", false, true},
    SyntaxInfo{Syntax::kNQuads, "N-Quads", "nq", kNQuadsNames, kNQuadsTypes[0], kNQuadsTypes,
               "http://www.w3.org/ns/formats/N-Quads", true, true},
    SyntaxInfo{Syntax::kTurtle, "Turtle", "ttl", kTurtleNames, kTurtleTypes[0], kTurtleTypes,
               "http://www.w3.org/ns/formats/Turtle", false, false},
    SyntaxInfo{Syntax::kTriG, "TriG", "trig", kTriGNames, kTriGTypes[0], kTriGTypes,
               "http://www.w3.org/ns/formats/TriG", true, false},
    SyntaxInfo{Syntax::kRdfXml, "RDF/XML", "rdf", kRdfXmlNames, kRdfXmlTypes[0], kRdfXmlTypes,
               "http://www.w3.org/ns/formats/RDF_XML", false, false},
    SyntaxInfo{Syntax::kJsonLd, "JSON-LD", "jsonld", kJsonLdNames, kJsonLdTypes[0], kJsonLdTypes,
               "http://www.w3.org/ns/formats/JSON-LD", true, false},
};

constexpr std::array kCompressionSuffixes = {"gz"sv, "bz2"sv, "xz"sv, "zst"sv};

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string_view without_spaces(std::string_view text) {
  constexpr std::string_view kSpaces = " \t";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

/// The last suffix of a file name, lower case, without its dot; empty where there is none.
std::string suffix_of(std::string_view file) {
  const std::size_t dot = file.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower_case(file.substr(dot + 1));
}

}  // namespace

std::span<const SyntaxInfo> syntaxes() { return kSyntaxes; }

const SyntaxInfo& info(Syntax syntax) {
  return *std::ranges::find(kSyntaxes, syntax, &SyntaxInfo::syntax);
}

std::string syntax_suffixes() {
  std::string suffixes;
  for (const SyntaxInfo& entry : kSyntaxes) {
    suffixes.append(suffixes.empty() ? "." : ", .").append(entry.short_name);
  }
  return suffixes;
}

std::optional<Syntax> syntax_from_name(std::string_view name) {
  const std::string wanted = lower_case(without_spaces(name.substr(0, name.find(';'))));
  for (const SyntaxInfo& entry : kSyntaxes) {
    if (std::ranges::find(entry.names, wanted) != entry.names.end() ||
        std::ranges::find(entry.media_types, wanted) != entry.media_types.end()) {
      return entry.syntax;
    }
  }
  return std::nullopt;
}

std::optional<Syntax> syntax_from_path(std::string_view path) {
  std::string_view file = path.substr(path.rfind('/') + 1);  // npos + 1 is 0: the whole path.
  std::string suffix = suffix_of(file);
  if (std::ranges::find(kCompressionSuffixes, suffix) != kCompressionSuffixes.end()) {
    file.remove_suffix(suffix.size() + 1);
    suffix = suffix_of(file);
  }
  for (const SyntaxInfo& entry : kSyntaxes) {
    if (std::ranges::find(entry.names, suffix) != entry.names.end()) {
      return entry.syntax;
    }
  }
  return std::nullopt;
}

}  // namespace whence::io
