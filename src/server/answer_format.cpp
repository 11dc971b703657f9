#include "server/answer_format.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "server/http_error.h"
#include "server/negotiation.h"

namespace whence::server {
namespace {

constexpr std::string_view kHtml = "text/html";

/// `infos` is the table of a module: each entry with its media types, the proper one first.
template <typename Writer, typename Info>
std::vector<AnswerFormat> make_formats(std::span<const Info> infos, Writer Info::* writer) {
  std::vector<AnswerFormat> formats;
  for (const Info& info : infos) {
    formats.push_back({info.media_type, info.*writer});
  }
  for (const Info& info : infos) {
    for (const std::string_view alias : info.media_types.subspan(1)) {
      formats.push_back({alias, info.*writer});
    }
  }
  formats.push_back({kHtml, PageFormat{}});
  return formats;
}

/// The first of `formats` that is written as `name` says; proper names come before aliases.
std::optional<AnswerFormat> format_named(std::span<const AnswerFormat> formats,
                                         std::string_view name) {
  const auto result = results::format_from_name(name);
  const auto syntax = io::syntax_from_name(name);
  for (const AnswerFormat& format : formats) {
    if ((result && format.writer == decltype(format.writer)(*result)) ||
        (syntax && format.writer == decltype(format.writer)(*syntax))) {
      return format;
    }
  }
  return std::nullopt;
}

[[noreturn]] void throw_not_acceptable(std::span<const AnswerFormat> formats,
                                       std::string_view accept) {
  std::string offered;
  for (const AnswerFormat& format : formats) {
    offered += fmt::format("{}{}", offered.empty() ? "" : ", ", format.media_type);
  }
  throw HttpError(
      Status::kNotAcceptable,
      fmt::format("error: nothing here is acceptable as '{}'; there is {}", accept, offered),
      {{"Vary", "Accept"}});
}

}  // namespace

std::span<const AnswerFormat> result_formats() {
  static const std::vector<AnswerFormat> kFormats =
      make_formats(results::formats(), &results::FormatInfo::format);
  return kFormats;
}

std::span<const AnswerFormat> graph_formats() {
  static const std::vector<AnswerFormat> kFormats = [] {
    std::vector<AnswerFormat> made = make_formats(io::syntaxes(), &io::SyntaxInfo::syntax);
    // Turtle is what */* gets.
    std::ranges::stable_partition(made, [](const AnswerFormat& format) {
      return format.media_type == io::info(io::Syntax::kTurtle).media_type;
    });
    return made;
  }();
  return kFormats;
}

AnswerFormat choose_format(std::span<const AnswerFormat> formats, const FormatWish& wish) {
  for (const std::string& name : wish.names) {
    if (const auto format = format_named(formats, name)) {
      return *format;
    }
  }
  std::vector<std::string_view> media_types;
  media_types.reserve(formats.size());
  for (const AnswerFormat& format : formats) {
    media_types.push_back(format.media_type);
  }
  const auto chosen = choose(media_types, wish.accept);
  if (!chosen) {
    throw_not_acceptable(formats, wish.accept);
  }
  return formats[*chosen];
}

std::string content_type_of(std::string_view media_type) {
  std::string value(media_type);
  if (media_type.starts_with("text/")) {
    value += "; charset=utf-8";
  }
  return value;
}

}  // namespace whence::server
