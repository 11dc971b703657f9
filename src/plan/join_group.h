// The patterns that are joined with one another without anything between them, and the choice of
// their order and of the operators that join them. Joining is associative and commutative (§18.5),
// so any order is right; the sizes that the indexes tell decide which is good.
#pragma once

#include <map>
#include <vector>

#include "plan/pass.h"
#include "plan/path_source.h"
#include "plan/physical_plan.h"
#include "plan/scan_source.h"
#include "plan/service_source.h"

namespace whence::plan {

/// Add sources, plans and conditions; then plan() once.
class JoinGroup {
 public:
  explicit JoinGroup(const PassSet& passes) : passes_(passes) {}

  void add(ScanSource source);
  void add(PathSource path);
  void add(ServiceSource service);
  void add(Plan plan);
  /// A condition on the whole group; it is applied as soon as all that it mentions is bound.
  void add(Expression condition);

  /// `keys`: the order of a single pattern, if it has these variables and an index has the order.
  [[nodiscard]] Plan plan(const std::vector<Variable>& keys = {});

 private:
  /// A side of a join: a pattern whose order is still open, a path whose direction is, an endpoint
  /// to be asked, or a plan.
  struct Factor {
    std::optional<ScanSource> source;
    std::optional<PathSource> path;
    std::optional<ServiceSource> service;
    Plan plan;  ///< Where there is none of them.
    std::map<Variable, double> distinct;

    [[nodiscard]] const std::vector<Variable>& variables() const {
      return source    ? source->variables()
             : path    ? path->variables()
             : service ? service->variables()
                       : plan.columns;
    }
    [[nodiscard]] double rows() const {
      return source    ? source->row_count()
             : path    ? path->row_count()
             : service ? service->row_count()
                       : plan.estimated_rows;
    }
  };

  /// The variables of both, in the right's order.
  [[nodiscard]] static std::vector<Variable> shared(const Factor& left, const Factor& right);
  [[nodiscard]] static double estimate(const Factor& left, const Factor& right);
  [[nodiscard]] std::size_t first() const;
  [[nodiscard]] std::size_t next_after(const Factor& current) const;
  /// Whether what `right` needs is bound by a side that binds `bound`.
  [[nodiscard]] static bool can_follow(const Factor& right,
                                       const std::map<Variable, double>& bound);
  [[nodiscard]] Factor take(std::size_t index);
  [[nodiscard]] Factor join(Factor left, Factor right);
  [[nodiscard]] Plan join_plan(Plan left, Factor right, double estimated_rows) const;
  void apply_conditions(Factor& factor, bool all);

  PassSet passes_;
  std::vector<Factor> factors_;
  std::vector<Expression> conditions_;
};

/// left ⟕ right, or left ⋈ right, of two plans; merges where `passes` allow and it pays.
[[nodiscard]] Plan join_plans(JoinKind kind, Plan left, Plan right, const PassSet& passes,
                              double estimated_rows);
/// The same with a pattern on the right, whose order follows the left's.
[[nodiscard]] Plan join_with_scan(JoinKind kind, Plan left, const ScanSource& right,
                                  const PassSet& passes, double estimated_rows);

}  // namespace whence::plan
