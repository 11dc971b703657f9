// Text and attribute values as XML writes them, which are also their canonical forms (Canonical XML
// 1.0 §2.3).
#pragma once

#include <string>
#include <string_view>

namespace whence::io {

/// Between tags: "&", "<", ">" and carriage returns as references.
void append_xml_text(std::string& out, std::string_view text);

/// Between double quotes: "&", "<", the quote, tabs and line ends as references.
void append_xml_attribute(std::string& out, std::string_view text);

}  // namespace whence::io
