// Which media type a client gets: the Accept field parsed and matched by RFC 9110 §12.5.1.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whence::server {

/// One element of an Accept field. Lower case; "*" stands for any.
struct MediaRange {
  std::string type;
  std::string subtype;
  /// Whether it asks for parameters that no type of ours has; charset=utf-8 is not one of these.
  bool has_parameters = false;
  unsigned quality = 1000;  ///< In thousandths.

  friend bool operator==(const MediaRange&, const MediaRange&) = default;
};

/// Elements that are no media ranges are left out, as if they had not been sent.
[[nodiscard]] std::vector<MediaRange> parse_accept(std::string_view field);

/// The quality that `ranges` give to `media_type` (lower case, without parameters): that of the
/// most specific range that matches, in thousandths; 0: not wanted. No ranges: everything is
/// wanted.
[[nodiscard]] unsigned quality_of(std::string_view media_type, std::span<const MediaRange> ranges);

/// The index of the type that the client wants most; of equals the first, so the order of
/// `media_types` is the server's preference. Nothing: none is wanted.
[[nodiscard]] std::optional<std::size_t> choose(std::span<const std::string_view> media_types,
                                                std::string_view accept);

/// A media type without its parameters, lower case, and its charset where it names one.
struct ContentType {
  std::string media_type;
  std::string charset;

  friend bool operator==(const ContentType&, const ContentType&) = default;
};
/// Nothing where `field` is no media type (RFC 9110 §8.3.1).
[[nodiscard]] std::optional<ContentType> parse_content_type(std::string_view field);

}  // namespace whence::server
