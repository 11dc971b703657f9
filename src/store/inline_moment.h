// The dates and dateTimes among the inlined values; payloads as inline_value.h describes them.
// Encoders give nothing for a lexical form that is not canonical (XSD 1.1 Part 2 §3.3.7, §3.3.9)
// or a value that does not fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whence::store {

[[nodiscard]] std::optional<std::uint64_t> encode_date(std::string_view lexical);
[[nodiscard]] std::optional<std::uint64_t> encode_date_time(std::string_view lexical);

/// The lexical forms, written over `out`.
void write_date(std::uint64_t payload, std::string& out);
void write_date_time(std::uint64_t payload, std::string& out);

}  // namespace whence::store
