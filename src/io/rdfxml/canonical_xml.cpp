// See canonical_xml.h. Characters by Canonical XML 1.0 §2.3.
#include "io/rdfxml/canonical_xml.h"

#include <algorithm>
#include <ranges>
#include <tuple>
#include <utility>

#include "io/rdfxml/xml_names.h"
#include "io/rdfxml/xml_text.h"

namespace whence::io {
namespace {

std::string qualified(const XmlName& name) {
  std::string text(name.prefix);
  if (!text.empty()) {
    text += ':';
  }
  return text.append(name.local);
}

}  // namespace

void CanonicalXml::start_element(const XmlName& name, std::span<const XmlAttribute> attributes) {
  const std::size_t before = declarations_.size();
  open_.push_back({qualified(name), before});
  out_.append("<").append(open_.back().name);
  declare(name);
  for (const XmlAttribute& attribute : attributes) {
    if (!attribute.name.prefix.empty()) {  // An attribute without a prefix is in no namespace.
      declare(attribute.name);
    }
  }
  const auto declared = std::span(declarations_).subspan(before);
  std::ranges::sort(declared);
  for (const Declaration& declaration : declared) {
    out_ += declaration.prefix.empty() ? " xmlns" : " xmlns:" + declaration.prefix;
    out_ += "=\"";
    append_xml_attribute(out_, declaration.iri);
    out_ += '"';
  }
  std::vector<XmlAttribute> sorted(attributes.begin(), attributes.end());
  std::ranges::sort(sorted, {}, [](const XmlAttribute& attribute) {
    return std::pair(attribute.name.name_space, attribute.name.local);
  });
  for (const XmlAttribute& attribute : sorted) {
    out_.append(" ").append(qualified(attribute.name)).append("=\"");
    append_xml_attribute(out_, attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

/// Exclusive XML Canonicalization §3 step 3: unless the output has it in scope already.
void CanonicalXml::declare(const XmlName& name) {
  if (name.prefix == "xml") {
    return;
  }
  const auto innermost_first = std::views::reverse(declarations_);
  const auto known = std::ranges::find(innermost_first, name.prefix, &Declaration::prefix);
  const std::string_view iri =
      known == innermost_first.end() ? std::string_view() : std::string_view(known->iri);
  if (iri != name.name_space) {
    declarations_.push_back({std::string(name.prefix), std::string(name.name_space)});
  }
}

void CanonicalXml::end_element() {
  out_.append("</").append(open_.back().name).append(">");
  declarations_.resize(open_.back().declarations_before);
  open_.pop_back();
}

void CanonicalXml::text(std::string_view text) { append_xml_text(out_, text); }

void CanonicalXml::comment(std::string_view text) {
  out_.append("<!--").append(text).append("-->");
}

void CanonicalXml::instruction(std::string_view target, std::string_view data) {
  out_.append("<?").append(target);
  if (!data.empty()) {
    out_.append(" ").append(data);
  }
  out_ += "?>";
}

std::string CanonicalXml::take() { return std::exchange(out_, {}); }

}  // namespace whence::io
