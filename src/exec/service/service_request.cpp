// See service_request.h.
#include "exec/service/service_request.h"

#include <algorithm>
#include <tuple>

#include "rdf/iri.h"
#include "rdf/term.h"

namespace whence::exec {

namespace {

/// Ids are sent in text: a term that no query can spell is not.
enum class Sending : std::uint8_t { kSent, kBlankNode, kNot };

Sending sending(store::Id id, const QueryContext& context, std::string& scratch) {
  if (!id.is_bound()) {
    return Sending::kNot;
  }
  const rdf::TermView term = context.term(id, scratch);
  if (term.is_blank_node()) {
    return Sending::kBlankNode;  // Federated Query §2.4: its label would mean another one there.
  }
  const std::string_view iri = term.is_iri() ? term.value : term.datatype;
  return rdf::has_only_iri_characters(iri) ? Sending::kSent : Sending::kNot;
}

/// Which of the shared columns can go along, and whether any solution can fit.
struct Profile {
  store::Id endpoint;
  bool is_hopeless = false;
  std::vector<bool> sent;

  friend auto operator<=>(const Profile&, const Profile&) = default;
};

}  // namespace

std::vector<SharedColumn> shared_columns(const plan::ServiceCall& node) {
  std::vector<SharedColumn> shared;
  for (std::size_t i = 0; i < node.variables.size(); ++i) {
    if (const auto column = node.child->column_of(node.variables[i])) {
      shared.push_back({*column, i});
    }
  }
  return shared;
}

namespace {

using RowsByKey = std::map<ServiceRequest::Key, std::vector<std::uint32_t>>;

/// Cuts the rows of one profile into requests.
void add_requests(const Profile& profile, const std::vector<SharedColumn>& shared, RowsByKey rows,
                  std::size_t bindings_max, std::vector<ServiceRequest>& requests) {
  ServiceRequest request{
      .endpoint = profile.endpoint, .sent = {}, .is_hopeless = profile.is_hopeless, .rows = {}};
  for (std::size_t i = 0; i < shared.size(); ++i) {
    if (profile.sent[i]) {
      request.sent.push_back(shared[i]);
    }
  }
  while (!rows.empty()) {
    request.rows.clear();
    while (!rows.empty() && request.rows.size() < bindings_max) {
      request.rows.insert(rows.extract(rows.begin()));
    }
    requests.push_back(request);
  }
}

}  // namespace

std::vector<ServiceRequest> make_requests(const plan::ServiceCall& node, const store::Batch& rows,
                                          std::size_t bindings_max, QueryContext& context) {
  const std::vector<SharedColumn> shared = shared_columns(node);
  const auto* endpoint_column = std::get_if<std::size_t>(&node.endpoint);
  const store::Id endpoint =
      endpoint_column == nullptr ? context.id(std::get<rdf::Term>(node.endpoint)) : store::Id();
  std::map<Profile, RowsByKey> groups;
  std::string scratch;
  for (std::size_t row = 0; row < rows.row_count; ++row) {
    Profile profile{
        .endpoint = endpoint_column == nullptr ? endpoint : rows.columns[*endpoint_column][row],
        .is_hopeless = false,
        .sent = {}};
    ServiceRequest::Key key;
    for (const SharedColumn& column : shared) {
      const store::Id id = rows.columns[column.column][row];
      const Sending how = sending(id, context, scratch);
      profile.sent.push_back(how == Sending::kSent);
      if (how == Sending::kSent) {
        key.push_back(id);
      }
      profile.is_hopeless =
          profile.is_hopeless || (how == Sending::kBlankNode && node.is_certain[column.variable]);
    }
    groups[profile][std::move(key)].push_back(static_cast<std::uint32_t>(row));
  }
  std::vector<ServiceRequest> requests;
  for (auto& [profile, group] : groups) {
    add_requests(profile, shared, std::move(group), bindings_max, requests);
  }
  return requests;
}

std::string query_text(const plan::ServiceCall& node, const ServiceRequest& request,
                       const QueryContext& context) {
  std::string text = "SELECT * WHERE " + node.pattern_text;
  if (request.is_hopeless) {
    return text + " LIMIT 0";  // Asked where it makes a difference whether the endpoint fails.
  }
  if (request.sent.empty()) {
    return text;
  }
  text += " VALUES (";
  for (const SharedColumn& column : request.sent) {
    text += " ?" + node.variables[column.variable].name;
  }
  text += " ) {";
  std::string scratch;
  for (const auto& [key, rows] : request.rows) {
    text += " (";
    for (const store::Id id : key) {
      text += ' ';
      text += rdf::to_ntriples(context.term(id, scratch));
    }
    text += " )";
  }
  return text + " }";
}

}  // namespace whence::exec
