// See query_text.h.
#include "cli/query_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "io/byte_source.h"
#include "rdf/error.h"

namespace whence::cli {
namespace {

constexpr std::size_t kQueryBytesMax = std::size_t{16} << 20;

bool is_path(const std::string& text) {
  std::error_code ignored;  // A long text is no path either, and an error here.
  return text == "-" || std::filesystem::exists(text, ignored);
}

/// Whether it can be a query: each of them has white space, a group or an IRI in it.
bool looks_like_query(std::string_view text) {
  return text.find_first_of(" \t\n{<") != std::string_view::npos;
}

}  // namespace

std::string read_query_file(const std::string& path) {
  const auto source = io::open_source(path);
  std::string text;
  std::array<char, 1 << 16> block{};
  while (const std::size_t size = source->read(block)) {
    text.append(block.data(), size);
    if (text.size() > kQueryBytesMax) {
      throw Error(ErrorCode::kLimit,
                  fmt::format("the query in {} is longer than {} bytes", path, kQueryBytesMax));
    }
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

QueryText find_query(const std::string& query_option, std::vector<std::string>& arguments) {
  if (!query_option.empty()) {
    if (!is_path(query_option) && looks_like_query(query_option)) {
      return {"<query>", query_option};
    }
    if (query_option == "-" && std::ranges::count(arguments, "-") > 0) {
      throw Error(ErrorCode::kUsage,
                  "standard input can be read once; '-' is given for the query and for data");
    }
    return {query_option, read_query_file(query_option)};
  }
  if (arguments.empty() || is_path(arguments.back()) || !looks_like_query(arguments.back())) {
    throw Error(ErrorCode::kUsage,
                fmt::format("no query: expected its text as the last argument, or --query FILE{}",
                            arguments.empty() ? std::string()
                                              : fmt::format("; found '{}'", arguments.back())));
  }
  QueryText query{"<query>", std::move(arguments.back())};
  arguments.pop_back();
  return query;
}

}  // namespace whence::cli
