// The text of a query and where it came from: a file, standard input, or the command line itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace whence::cli {

struct QueryText {
  std::string name;  ///< For messages: the file's path, "-", or "<query>".
  std::string text;
};

/// The text of a query in a file, or on standard input for "-", without a byte order mark. Throws
/// Error: kIo if it cannot be read, kLimit if it is too long to be a query.
[[nodiscard]] std::string read_query_file(const std::string& path);

/// What `whence query` was given: --query (empty: absent) and the other arguments. Without --query
/// the last argument is the query's text, and is taken out of `arguments`. An argument of --query
/// that is no file but looks like a query is taken as one. Throws Error: kUsage if there is no
/// query, kIo if the file cannot be read.
[[nodiscard]] QueryText find_query(const std::string& query_option,
                                   std::vector<std::string>& arguments);

}  // namespace whence::cli
