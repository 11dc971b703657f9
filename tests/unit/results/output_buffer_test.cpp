#include "results/output_buffer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/results/writing.h"

namespace whence::results {
namespace {

/// Notes the size of each piece.
class PieceSink final : public io::ByteSink {
 public:
  void write(std::string_view bytes) override { sizes.push_back(bytes.size()); }
  std::vector<std::size_t> sizes;
};

TEST(OutputBufferTest, ChunksGrowFromSmallToLarge) {
  PieceSink sink;
  OutputBuffer buffer(sink);
  const std::string row(1024, 'x');
  for (int i = 0; i < 300; ++i) {
    buffer.text() += row;
    buffer.end_row();
  }
  buffer.flush();
  buffer.flush();
  constexpr std::size_t kKilo = 1024;
  EXPECT_THAT(sink.sizes, testing::ElementsAre(4 * kKilo, 8 * kKilo, 16 * kKilo, 32 * kKilo,
                                               64 * kKilo, 64 * kKilo, 64 * kKilo, 48 * kKilo));
}

TEST(OutputBufferTest, EachFormatStreamsLargeResultsAndSendsSmallOnesAtOnce) {
  for (const FormatInfo& format : formats()) {
    for (const std::size_t row_count : {1U, 5000U}) {
      PieceSink sink;
      const auto writer = make_result_writer(format.format, sink);
      writer->begin({"x"});
      for (std::size_t i = 0; i < row_count; ++i) {
        writer->row(Row{iri("http://example.org/a-name-of-some-length")});
      }
      const std::size_t before_finish = sink.sizes.size();
      writer->finish();
      if (row_count == 1) {
        EXPECT_EQ(sink.sizes.size(), 1U) << format.name;
      } else {
        EXPECT_GE(before_finish, 3U) << format.name;
      }
    }
  }
}

}  // namespace
}  // namespace whence::results
