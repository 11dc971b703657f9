// Queries over a few triples, and their rows as text.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "exec/query_context.h"
#include "store/snapshot.h"

namespace whence::exec {

/// Of TriG in which :a is an IRI.
std::shared_ptr<const store::Snapshot> load(const std::string& trig);

/// The rows of a query, "a b"; a row that stands for several is there so often.
std::vector<std::string> rows(const std::shared_ptr<const store::Snapshot>& snapshot,
                              const std::string& query_text,
                              const std::vector<std::string>& without = {},
                              const QueryLimits& limits = {});

}  // namespace whence::exec
