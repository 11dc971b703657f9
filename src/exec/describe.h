// The answer of a DESCRIBE (SPARQL 1.1 §16.4): the concise bounded description of each resource,
// which is the triples of the default graph whose subject it is, and in turn those of every blank
// node that is an object of them. The symmetric one has besides the triples whose object it is, and
// what says and is said of the blank nodes that are subjects of these.
#pragma once

#include <cstdint>
#include <vector>

#include "exec/description_kind.h"
#include "exec/row_buffer.h"
#include "io/reader.h"

namespace whence::exec {

class Description {
 public:
  /// `triples_max`: 0 for no limit.
  Description(DescriptionKind kind, std::uint64_t triples_max, QueryContext& context);

  /// Adds what there is to say of `resource`; nothing of a literal. Throws Error kLimit where the
  /// description gets larger than its limit.
  void add(Id resource);

  /// Every triple once.
  void write(io::QuadSink& sink) const;

 private:
  struct Due {
    Id node;
    bool is_symmetric = false;
  };

  void add_outgoing(Id node);
  void add_incoming(Id node);
  void add_triple(Id subject, Id predicate, Id object);
  /// The node is described in turn if it is blank.
  void follow(Id node, bool is_symmetric);

  DescriptionKind kind_;
  std::uint64_t triples_max_;
  QueryContext& context_;
  std::vector<Due> due_;
  KeyTable outgoing_;  ///< Nodes whose triples as a subject are there.
  KeyTable incoming_;  ///< As an object.
  KeyTable triples_;
};

}  // namespace whence::exec
