// SERVICE (SPARQL 1.1 Federated Query §2, §4): rows of the left are gathered, endpoints are asked
// for the solutions that these can use, and both are joined request by request. Each request is
// made when its rows are wanted, so that a LIMIT above asks for no more.
//
// SILENT (§2.3): a request that fails has one solution, which binds nothing. What ends the query
// itself (its time, its memory, nobody waiting) ends it here too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "exec/operators.h"
#include "exec/row_buffer.h"
#include "exec/service/service_answer.h"
#include "exec/service/service_client.h"
#include "exec/service/service_request.h"
#include "rdf/error.h"

namespace whence::exec {

namespace {

class ServiceCall final : public Operator {
 public:
  ServiceCall(const plan::ServiceCall& node, OperatorPtr child, QueryContext& context)
      : node_(node),
        context_(context),
        child_(std::move(child)),
        shared_(shared_columns(node)),
        child_columns_(node.child->columns.size()) {
    for (std::size_t i = 0; i < node.variables.size(); ++i) {
      if (!node.child->column_of(node.variables[i])) {
        own_.push_back(i);
      }
    }
    rows_max_ = batch_rows(child_columns_ + own_.size());
  }

  bool next(Batch& batch) override {
    context_.check();
    batch.reset(child_columns_ + own_.size());
    while (batch.row_count < rows_max_ && (is_joining_ || next_request())) {
      is_joining_ = !join(batch);
    }
    return batch.row_count != 0;
  }

 private:
  using Rows = std::vector<std::uint32_t>;

  /// The answer to the next request, if there is one.
  bool next_request() {
    if (request_ + 1 < requests_.size()) {
      ++request_;
    } else if (!gather()) {
      return false;
    }
    const ServiceRequest& request = requests_[request_];
    answer_ = answer_to(request);
    answer_row_ = 0;
    partner_ = 0;
    has_matched_.assign(left_->size(), false);
    return true;
  }

  /// Rows of the left, enough to fill requests, and the requests for them.
  bool gather() {
    left_.emplace(context_);
    Batch batch;
    while (left_->size() < store::kBatchRows && child_->next(batch)) {
      left_->append(batch);
    }
    request_ = 0;
    requests_ = left_->size() == 0
                    ? std::vector<ServiceRequest>()
                    : make_requests(node_, left_->rows(), client().rows_per_request(), context_);
    return !requests_.empty();
  }

  [[nodiscard]] ServiceClient& client() const {
    if (context_.service_client() == nullptr) {
      throw Error(ErrorCode::kUnsupported, "SERVICE: this query has nothing that could ask others",
                  node_.position);
    }
    return *context_.service_client();
  }

  /// Null: the request has failed, and SILENT says that this is no error.
  std::shared_ptr<const ServiceAnswer> answer_to(const ServiceRequest& request) {
    // What takes no bindings along is the same for all rows to come.
    const bool is_for_all = request.sent.empty() && !request.is_hopeless;
    if (const auto known = answers_.find(request.endpoint); is_for_all && known != answers_.end()) {
      return known->second;
    }
    try {
      auto answer = ask(request);
      if (is_for_all) {
        answers_.emplace(request.endpoint, answer);
      }
      return answer;
    } catch (const Error& error) {
      context_.check();
      if (error.code() == ErrorCode::kMemoryLimit || error.code() == ErrorCode::kCancelled ||
          error.code() == ErrorCode::kTimeout) {
        throw;
      }
      if (!node_.is_silent) {
        throw Error(error.code(), "SERVICE " + std::string(error.what()), node_.position);
      }
      if (is_for_all) {
        answers_.emplace(request.endpoint, nullptr);
      }
      return nullptr;
    }
  }

  std::shared_ptr<const ServiceAnswer> ask(const ServiceRequest& request) const {
    const std::string endpoint = endpoint_iri(request.endpoint);
    auto answer = std::make_shared<ServiceAnswer>(node_.variables, endpoint, context_);
    if (request.is_hopeless && !node_.is_silent) {
      return answer;
    }
    client().ask(endpoint, query_text(node_, request, context_), context_, *answer);
    for (const SharedColumn& sent : request.sent) {
      const auto& column = answer->rows().columns[sent.variable];
      if (!std::ranges::all_of(column, &Id::is_bound)) {
        throw Error(ErrorCode::kIo,
                    fmt::format("<{}>: its answer does not bind ?{}, which the VALUES of the "
                                "request does",
                                endpoint, node_.variables[sent.variable].name));
      }
    }
    return answer;
  }

  /// §4: an endpoint that is not bound to an IRI is an error.
  [[nodiscard]] std::string endpoint_iri(Id id) const {
    std::string scratch;
    const auto* column = std::get_if<std::size_t>(&node_.endpoint);
    if (!id.is_bound()) {
      throw Error(ErrorCode::kUsage,
                  fmt::format("?{}: a solution does not bind it, so there is no endpoint to ask",
                              node_.child->columns[*column].name));
    }
    const rdf::TermView term = context_.term(id, scratch);
    if (!term.is_iri()) {
      throw Error(ErrorCode::kUsage,
                  fmt::format("?{}: {} is no IRI, so there is no endpoint to ask",
                              node_.child->columns[*column].name, rdf::to_ntriples(term)));
    }
    return std::string(term.value);
  }

  /// Adds what the current request gives; false if the batch is full before its end.
  bool join(Batch& batch) {
    const std::size_t answer_rows = answer_ == nullptr ? 0 : answer_->rows().row_count;
    for (; answer_row_ < answer_rows; ++answer_row_, partner_ = 0) {
      const Rows* partners = partners_of(answer_row_);
      for (; partners != nullptr && partner_ < partners->size(); ++partner_) {
        if (batch.row_count >= rows_max_) {
          return false;
        }
        if (++steps_ % store::kBatchRows == 0) {
          context_.check();
        }
        if (const std::uint32_t row = (*partners)[partner_]; is_compatible(row)) {
          has_matched_[row] = true;
          append(batch, row, true);
        }
      }
    }
    return (node_.kind == plan::JoinKind::kInner && answer_ != nullptr) || join_lonely(batch);
  }

  /// Adds the rows without a partner, as they are. Called again, it goes on where it stopped.
  bool join_lonely(Batch& batch) {
    for (const auto& [key, rows] : requests_[request_].rows) {
      for (const std::uint32_t row : rows) {
        if (has_matched_[row]) {
          continue;
        }
        if (batch.row_count >= rows_max_) {
          return false;
        }
        has_matched_[row] = true;
        append(batch, row, false);
      }
    }
    return true;
  }

  /// The rows of the left whose sent bindings a row of the answer has.
  [[nodiscard]] const Rows* partners_of(std::size_t answer_row) const {
    const ServiceRequest& request = requests_[request_];
    ServiceRequest::Key key;
    for (const SharedColumn& sent : request.sent) {
      key.push_back(answer_->rows().columns[sent.variable][answer_row]);
    }
    const auto found = request.rows.find(key);
    return found == request.rows.end() ? nullptr : &found->second;
  }

  [[nodiscard]] bool is_compatible(std::uint32_t row) const {
    return std::ranges::all_of(shared_, [&](const SharedColumn& shared) {
      const Id left = left_->rows().columns[shared.column][row];
      const Id right = answer_->rows().columns[shared.variable][answer_row_];
      return !left.is_bound() || !right.is_bound() || left == right;
    });
  }

  void append(Batch& batch, std::uint32_t row, bool has_partner) const {
    const Batch& left = left_->rows();
    for (std::size_t i = 0; i < child_columns_; ++i) {
      batch.columns[i].push_back(left.columns[i][row]);
    }
    const auto value = [&](std::size_t variable) {
      return has_partner ? answer_->rows().columns[variable][answer_row_] : Id();
    };
    for (const SharedColumn& shared : shared_) {
      Id& id = batch.columns[shared.column].back();
      id = id.is_bound() ? id : value(shared.variable);
    }
    for (std::size_t i = 0; i < own_.size(); ++i) {
      batch.columns[child_columns_ + i].push_back(value(own_[i]));
    }
    const std::uint64_t count = left.multiplicity(row);
    if (count != 1 && batch.multiplicities.empty()) {
      batch.multiplicities.assign(batch.row_count, 1);
    }
    if (count != 1 || !batch.multiplicities.empty()) {
      batch.multiplicities.push_back(count);
    }
    ++batch.row_count;
  }

  const plan::ServiceCall& node_;
  QueryContext& context_;
  OperatorPtr child_;
  std::vector<SharedColumn> shared_;
  std::vector<std::size_t> own_;  ///< The variables that the left has not.
  std::size_t child_columns_;
  std::size_t rows_max_ = 0;  ///< Of an output batch.

  std::optional<RowBuffer> left_;
  std::vector<ServiceRequest> requests_;  ///< For all of `left_`.
  std::size_t request_ = 0;
  bool is_joining_ = false;  ///< In the middle of a request's rows.
  std::shared_ptr<const ServiceAnswer> answer_;
  std::size_t answer_row_ = 0;
  std::size_t partner_ = 0;        ///< The next of that row's.
  std::vector<bool> has_matched_;  ///< By row of the left: of the request's, or it was added alone.
  std::size_t steps_ = 0;
  std::map<Id, std::shared_ptr<const ServiceAnswer>> answers_;  ///< By endpoint, without bindings.
};

}  // namespace

OperatorPtr make_service_call(const plan::ServiceCall& node, OperatorPtr child,
                              QueryContext& context) {
  return std::make_unique<ServiceCall>(node, std::move(child), context);
}

}  // namespace whence::exec
