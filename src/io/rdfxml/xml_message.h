// What Expat complains about, said for a person: "expected ..., found ...".
#pragma once

#include <expat.h>
#include <string>
#include <string_view>

namespace whence::io {

/// `rest` is the text that Expat stopped before, as far as it is known.
[[nodiscard]] std::string explain_xml_error(XML_Error reason, std::string_view rest);

}  // namespace whence::io
