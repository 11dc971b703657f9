// The whole answer to one request of a SERVICE, as ids. It is held until it is complete: an answer
// that breaks off must leave nothing behind where SILENT makes it an empty solution.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "exec/query_context.h"
#include "exec/service/service_client.h"
#include "plan/physical_plan.h"
#include "store/batch.h"

namespace whence::exec {

class ServiceAnswer final : public ServiceRows {
 public:
  /// A column for each of `variables`, which must outlive it. `endpoint` is for messages.
  ServiceAnswer(const std::vector<plan::Variable>& variables, std::string endpoint,
                QueryContext& context);

  void begin(const std::vector<std::string>& names) override;
  void row(std::span<const std::optional<rdf::TermView>> cells) override;

  [[nodiscard]] const store::Batch& rows() const { return rows_; }

 private:
  [[nodiscard]] store::Id id(const rdf::TermView& term);

  const std::vector<plan::Variable>& variables_;
  std::string endpoint_;
  QueryContext& context_;
  MemoryReservation memory_;
  store::Batch rows_;
  std::vector<std::optional<std::size_t>> sources_;                ///< By variable: its cell.
  boost::unordered_flat_map<std::string, store::Id> blank_nodes_;  ///< By the answer's labels.
};

}  // namespace whence::exec
