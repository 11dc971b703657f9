#include "unit/exec/path/path_rows.h"

#include <string_view>

#include "exec/operators.h"
#include "io/byte_source.h"
#include "plan/planner.h"
#include "sparql/parser.h"
#include "store/bulk_loader.h"

namespace whence::exec {

namespace {

constexpr std::string_view kNamespace = "http://e/";

/// "a" for an IRI of the test's namespace, "1" for a literal, "_" for unbound.
std::string text(Id id, const QueryContext& context) {
  std::string scratch;
  const std::string_view value = id.is_bound() ? context.term(id, scratch).value : "_";
  return std::string(value.starts_with(kNamespace) ? value.substr(kNamespace.size()) : value);
}

}  // namespace

std::shared_ptr<const store::Snapshot> load(const std::string& trig) {
  const std::string text = "@prefix : <http://e/> . " + trig;
  io::StringSource source(text);
  return store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                                  .syntax = io::Syntax::kTriG,
                                                                  .base_iri = {},
                                                                  .name = "data",
                                                                  .graph = {}}});
}

std::vector<std::string> rows(const std::shared_ptr<const store::Snapshot>& snapshot,
                              const std::string& query_text,
                              const std::vector<std::string>& without, const QueryLimits& limits) {
  const sparql::Query query = sparql::parse_query("PREFIX : <http://e/> " + query_text);
  const plan::Plan plan =
      plan::make_plan(query.pattern, *snapshot, plan::PassSet::without(without));
  QueryContext context(snapshot, limits);
  const auto root = make_operator(plan, context);
  std::vector<std::string> found;
  Batch batch;
  while (root->next(batch)) {
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      std::string line;
      for (const auto& column : batch.columns) {
        line += (line.empty() ? "" : " ") + text(column[row], context);
      }
      found.insert(found.end(), batch.multiplicity(row), line);
    }
  }
  return found;
}

}  // namespace whence::exec
