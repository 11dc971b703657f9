// What every operator of one running query shares: the snapshot it reads, the terms it makes, and
// its limits. Belongs to one query on one thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include "exec/local_terms.h"
#include "exec/solution_blank_nodes.h"
#include "plan/pass.h"
#include "store/snapshot.h"

namespace whence::exec {

struct QueryLimits {
  std::chrono::milliseconds timeout{0};  ///< 0: none.
  std::size_t memory_max = 0;            ///< Bytes that operators may hold; 0: no limit.
  std::stop_token stop;
};

class ServiceClient;

class QueryContext {
 public:
  QueryContext(std::shared_ptr<const store::Snapshot> snapshot, QueryLimits limits);
  QueryContext(const QueryContext&) = delete;
  QueryContext& operator=(const QueryContext&) = delete;
  ~QueryContext() = default;

  [[nodiscard]] const store::Snapshot& snapshot() const { return *snapshot_; }

  /// Throws Error kTimeout or kCancelled if it is time to end. Operators call it once a batch.
  void check() const;
  /// Counts `bytes` as held until release(). Throws Error kMemoryLimit beyond the budget.
  void reserve(std::size_t bytes);
  void release(std::size_t bytes) { memory_used_ -= bytes; }

  /// The one id of a term: the snapshot's, or one of this query's own.
  [[nodiscard]] store::Id id(const rdf::TermView& term);
  /// The term of any bound id. The view lives until `scratch` changes or the query ends.
  [[nodiscard]] rdf::TermView term(store::Id id, std::string& scratch) const;
  /// A blank node that no other solution has (SPARQL 1.1 §17.4.2.9, §16.2.1).
  [[nodiscard]] store::Id fresh_blank_node();
  /// Those that several calls of one solution share.
  [[nodiscard]] SolutionBlankNodes& solution_blank_nodes() { return solution_blank_nodes_; }

  /// Against which IRI() resolves (§17.4.2.8): the query's BASE. Empty: there is none.
  [[nodiscard]] const std::string& base_iri() const { return base_iri_; }
  void set_base_iri(std::string base_iri) { base_iri_ = std::move(base_iri); }

  /// Asks the endpoints of SERVICE; null: nobody does. It must outlive the query's operators.
  [[nodiscard]] ServiceClient* service_client() const { return service_client_; }
  void set_service_client(ServiceClient* client) { service_client_ = client; }

  /// When the query must have ended, if ever.
  [[nodiscard]] const std::optional<std::chrono::steady_clock::time_point>& deadline() const {
    return deadline_;
  }
  [[nodiscard]] const std::stop_token& stop() const { return limits_.stop; }

  /// How the patterns of EXISTS are planned.
  struct Planning {
    plan::PassSet passes;
  };
  [[nodiscard]] const Planning& planning() const { return planning_; }
  void set_planning(Planning planning) { planning_ = std::move(planning); }

  /// NOW() is one moment for all of a query (§17.4.5.1).
  [[nodiscard]] std::chrono::system_clock::time_point now() const { return now_; }

 private:
  std::shared_ptr<const store::Snapshot> snapshot_;
  QueryLimits limits_;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
  std::chrono::system_clock::time_point now_ = std::chrono::system_clock::now();
  LocalTerms local_terms_;
  SolutionBlankNodes solution_blank_nodes_;
  std::string base_iri_;
  ServiceClient* service_client_ = nullptr;
  Planning planning_;
  std::size_t memory_used_ = 0;
  std::size_t blank_node_count_ = 0;
};

/// Memory that one operator holds; given back when it goes.
class MemoryReservation {
 public:
  explicit MemoryReservation(QueryContext& context) : context_(context) {}
  MemoryReservation(const MemoryReservation&) = delete;
  MemoryReservation& operator=(const MemoryReservation&) = delete;
  ~MemoryReservation() { context_.release(bytes_); }

  void add(std::size_t bytes) {
    context_.reserve(bytes);
    bytes_ += bytes;
  }

 private:
  QueryContext& context_;
  std::size_t bytes_ = 0;
};

}  // namespace whence::exec
