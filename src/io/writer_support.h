// What the writers share: how much they give to a sink at a time, and the one refusal.
#pragma once

#include <cstddef>

#include "io/syntax.h"
#include "rdf/term.h"

namespace whence::io {

inline constexpr std::size_t kWriteSize = std::size_t{1} << 16;

/// Throws Error (kUsage) that names the syntax, the graph and the syntax that could take it.
[[noreturn]] void throw_cannot_name_graphs(Syntax syntax, const rdf::TermView& graph);

}  // namespace whence::io
