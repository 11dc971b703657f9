#include "conformance/endpoints.h"

#include <thread>
#include <utility>

#include "engine/database.h"
#include "server/server.h"

namespace whence::conformance {

class Endpoints::Endpoint {
 public:
  Endpoint(const TestCase& test, const ServiceData& data,
           std::shared_ptr<const ServiceOptions> options)
      : server_(database_, {.port = 0, .service = std::move(options), .network_threads = 1}) {
    std::vector<InputFile> files;
    for (const auto& file : data.files) {
      files.push_back(
          {.path = file.string(), .syntax = {}, .base_iri = test.address_of(file), .graph = {}});
    }
    database_.load(files);
    thread_ = std::thread([this] { server_.run(); });
  }
  Endpoint(const Endpoint&) = delete;
  Endpoint& operator=(const Endpoint&) = delete;
  ~Endpoint() {
    server_.stop();
    thread_.join();
  }

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] std::string address() const { return server_.address() + "sparql"; }

 private:
  Database database_;
  server::Server server_;
  std::thread thread_;
};

Endpoints::Endpoints(const TestCase& test) {
  for (const ServiceData& data : test.services) {
    endpoints_.push_back(std::make_unique<Endpoint>(test, data, options_));
    // Nobody asks before the last is known.
    options_->aliases[data.endpoint] = endpoints_.back()->address();
    options_->policy.allow({.host = "127.0.0.1", .port = endpoints_.back()->port()});
  }
}

Endpoints::~Endpoints() = default;

}  // namespace whence::conformance
