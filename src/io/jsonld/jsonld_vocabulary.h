// IRIs that JSON-LD gives a meaning to (JSON-LD 1.1 §10).
#pragma once

#include <string_view>

namespace whence::io::jsonld {

inline constexpr std::string_view kRdfJson = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
inline constexpr std::string_view kRdfList = "http://www.w3.org/1999/02/22-rdf-syntax-ns#List";
inline constexpr std::string_view kRdfValue = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
inline constexpr std::string_view kRdfLanguage =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#language";
inline constexpr std::string_view kRdfDirection =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction";
inline constexpr std::string_view kI18nNamespace = "https://www.w3.org/ns/i18n#";

}  // namespace whence::io::jsonld
