// The numbers among the inlined values; payloads as inline_value.h describes them. Encoders give
// nothing for a lexical form that is not canonical or a value that does not fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whence::store {

[[nodiscard]] std::optional<std::uint64_t> encode_integer(std::string_view lexical);
[[nodiscard]] std::optional<std::uint64_t> encode_decimal(std::string_view lexical);
[[nodiscard]] std::optional<std::uint64_t> encode_double(std::string_view lexical);

[[nodiscard]] std::int64_t decode_integer(std::uint64_t payload);
[[nodiscard]] double decode_double(std::uint64_t payload);

/// The lexical forms, written over `out`.
void write_integer(std::uint64_t payload, std::string& out);
void write_decimal(std::uint64_t payload, std::string& out);
void write_double(std::uint64_t payload, std::string& out);

}  // namespace whence::store
