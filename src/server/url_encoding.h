// Percent-encoding and forms as requests carry them: RFC 3986 §2.1 and the URL Standard's
// application/x-www-form-urlencoded parser, but strict: what is wrong is an error, since a query
// that is decoded to something else gives a wrong answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace whence::server {

struct Parameter {
  std::string name;
  std::string value;

  friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// Throws HttpError (400) where "%" is not followed by two hexadecimal digits.
[[nodiscard]] std::string percent_decode(std::string_view text);

/// "a=1&b=x+y": pairs in their order, "+" for a space. A part without "=" has an empty value; empty
/// parts are left out. Throws HttpError (400) as percent_decode does, and for text that is not
/// UTF-8 once it is decoded.
[[nodiscard]] std::vector<Parameter> parse_form(std::string_view text);

/// Throws HttpError (400) that names `what` and the first offending byte, if `text` is not UTF-8.
void require_utf8(std::string_view text, std::string_view what);

}  // namespace whence::server
