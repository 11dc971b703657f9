// What an answer lacks, and what it has too much, for a person to read.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "cli/check/answer.h"

namespace whence::cli {

/// Of the missing rows, and of the surplus ones, no more are shown.
constexpr std::size_t kRowsShownMax = 5;

/// Prefixes by which IRIs are shortened: name without ":", and IRI.
using Prefixes = std::vector<std::pair<std::string, std::string>>;

/// Empty if the answers are the same: rows as often as expected, in any order unless `is_ordered`,
/// up to the names of blank nodes. Otherwise lines that say how they differ.
[[nodiscard]] std::vector<std::string> differences(const Answer& expected, const Answer& found,
                                                   bool is_ordered, const Prefixes& prefixes);

}  // namespace whence::cli
