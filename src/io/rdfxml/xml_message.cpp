// See xml_message.h. One that is not in the table is passed on in Expat's own words.
#include "io/rdfxml/xml_message.h"

#include <algorithm>
#include <iterator>

#include "io/syntax_message.h"

namespace whence::io {
namespace {

struct Entry {
  XML_Error reason;
  std::string_view expected;
  bool names_found = true;  ///< Whether what was found is worth showing.
};

constexpr Entry kEntries[] = {
    {XML_ERROR_NO_ELEMENTS, "expected an element"},
    {XML_ERROR_INVALID_TOKEN, "expected well-formed XML"},
    {XML_ERROR_SYNTAX, "expected well-formed XML"},
    {XML_ERROR_UNCLOSED_TOKEN,
     "expected the end of the tag, comment or reference that begins here, found the end of the "
     "text",
     false},
    {XML_ERROR_PARTIAL_CHAR, "expected a whole character, found the end of the text", false},
    {XML_ERROR_TAG_MISMATCH, "expected the end tag of the element that was opened last"},
    {XML_ERROR_DUPLICATE_ATTRIBUTE,
     "expected each attribute once in a tag, found one of them twice", false},
    {XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
     "expected the end of the text after the end of its outermost element"},
    {XML_ERROR_UNDEFINED_ENTITY, "expected an entity that the document declares"},
    {XML_ERROR_RECURSIVE_ENTITY_REF, "expected an entity that does not contain itself"},
    {XML_ERROR_ASYNC_ENTITY, "expected an entity whose elements begin and end within it"},
    {XML_ERROR_BAD_CHAR_REF, "expected a reference to a character that XML allows"},
    {XML_ERROR_BINARY_ENTITY_REF, "expected an entity that is XML"},
    {XML_ERROR_UNKNOWN_ENCODING,
     "expected the encoding UTF-8, UTF-16, ISO-8859-1 or US-ASCII, found another one", false},
    {XML_ERROR_INCORRECT_ENCODING, "expected the encoding that is declared, found another one",
     false},
    {XML_ERROR_UNCLOSED_CDATA_SECTION,
     "expected the end of the CDATA section that begins here, found the end of the text", false},
    {XML_ERROR_UNBOUND_PREFIX, "expected a declared namespace prefix (xmlns:...)"},
    {XML_ERROR_UNDECLARING_PREFIX, "expected an IRI for a namespace prefix, found none", false},
    {XML_ERROR_MISPLACED_XML_PI,
     "expected the XML declaration at the very beginning, or not at all"},
};

}  // namespace

std::string explain_xml_error(XML_Error reason, std::string_view rest) {
  const auto* entry = std::ranges::find(kEntries, reason, &Entry::reason);
  if (entry == std::end(kEntries)) {
    return std::string("expected well-formed XML, found: ").append(XML_ErrorString(reason));
  }
  return entry->names_found ? expected_found(entry->expected, rest) : std::string(entry->expected);
}

}  // namespace whence::io
