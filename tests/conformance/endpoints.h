// The endpoints of the suite's federated queries (qt:serviceData): servers of our own on this
// machine, each with its data, which are asked where a query names the suite's addresses.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "conformance/manifest.h"
#include "engine/service_options.h"

namespace whence::conformance {

class Endpoints {
 public:
  /// Starts a server for each of `test.services`.
  explicit Endpoints(const TestCase& test);
  ~Endpoints();
  Endpoints(const Endpoints&) = delete;
  Endpoints& operator=(const Endpoints&) = delete;

  /// With these, the suite's addresses lead to the servers, also from one server to another.
  [[nodiscard]] std::shared_ptr<const ServiceOptions> options() const { return options_; }

 private:
  class Endpoint;
  std::shared_ptr<ServiceOptions> options_ = std::make_shared<ServiceOptions>();
  std::vector<std::unique_ptr<Endpoint>> endpoints_;
};

}  // namespace whence::conformance
