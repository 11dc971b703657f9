// What the answer of a query can be written in, and which of it a client gets: by a parameter of
// the request (format, output, results), else by its Accept field.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/syntax.h"
#include "results/format.h"

namespace whence::server {

/// The page, which sends the query again by itself and shows the answer.
struct PageFormat {
  friend bool operator==(PageFormat, PageFormat) = default;
};

struct AnswerFormat {
  std::string_view media_type;  ///< As sent; an alias where the client asks for the alias.
  std::variant<results::Format, io::Syntax, PageFormat> writer;

  friend bool operator==(const AnswerFormat&, const AnswerFormat&) = default;
};

/// How a client says what it wants.
struct FormatWish {
  std::vector<std::string> names;  ///< Of format=, output=, results=: "json", "text/csv", ...
  std::string accept;
};

/// All formats of rows and booleans (SELECT, ASK), in the order of the server's preference: every
/// format under its own name, then under its aliases, so that application/json goes only to who
/// prefers it; the page last.
[[nodiscard]] std::span<const AnswerFormat> result_formats();
/// All formats of graphs (CONSTRUCT, DESCRIBE, the service description), likewise.
[[nodiscard]] std::span<const AnswerFormat> graph_formats();

/// A name that is not known, or names a format of the other kind, leaves the choice to Accept:
/// clients send one value for every query. Throws HttpError (406) that lists what there is.
[[nodiscard]] AnswerFormat choose_format(std::span<const AnswerFormat> formats,
                                         const FormatWish& wish);

/// The value of Content-Type: charset on text/* and nowhere else, since the registrations of the
/// other types define none.
[[nodiscard]] std::string content_type_of(std::string_view media_type);

}  // namespace whence::server
