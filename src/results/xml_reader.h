// Reading SPARQL Query Results XML Format (Second Edition): bytes in, rows out, in one pass and in
// bounded memory, from a file or from an endpoint that is not to be trusted.
#pragma once

#include <cstdint>
#include <string>

#include "io/byte_source.h"
#include "results/result_sink.h"

namespace whence::results {

struct XmlReadOptions {
  std::string source_name{};   ///< For messages: a path, an address.
  std::uint64_t rows_max = 0;  ///< 0: no limit.
};

/// Reads all of `source`. Elements that the format does not know are skipped. Blank nodes keep
/// their labels, whose scope is this document (§2.3.1). Throws Error with the source's name and the
/// place that was reached: kBadData for what is not in the format, kUnsupported for terms that are
/// not of RDF 1.1, kLimit; and whatever `source` and `sink` throw.
void read_xml(io::ByteSource& source, const XmlReadOptions& options, ResultSink& sink);

}  // namespace whence::results
