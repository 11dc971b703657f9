#include "server/answer_channel.h"

#include <atomic>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "rdf/error.h"
#include "server/query_pool.h"

namespace whence::server {
namespace {

using Kind = AnswerChannel::Kind;

TEST(AnswerChannel, HandsOverInOrderAndSaysWhenThereIsSomething) {
  int ready_count = 0;
  AnswerChannel channel([&] { ++ready_count; });
  EXPECT_EQ(channel.take().kind, Kind::kNone);
  channel.begin({.status = Status::kOk, .content_type = "text/csv", .fields = {}, .body = {}});
  channel.send_chunk("a");
  channel.send_chunk("");  // Would end a chunked body.
  channel.finish();
  EXPECT_EQ(ready_count, 3);
  EXPECT_EQ(channel.take().response.content_type, "text/csv");
  EXPECT_EQ(channel.take().chunk, "a");
  EXPECT_EQ(channel.take().kind, Kind::kEnd);
  EXPECT_EQ(channel.take().kind, Kind::kNone);
}

TEST(AnswerChannel, HoldsAWriterBackUntilThereIsRoom) {
  AnswerChannel channel([] {});
  std::atomic<std::size_t> sent = 0;
  constexpr std::size_t kChunk = AnswerChannel::kWaitingBytesMax / 4;
  std::jthread writer([&] {
    for (int i = 0; i < 100; ++i) {
      channel.send_chunk(std::string(kChunk, 'x'));
      ++sent;
    }
    channel.finish();
  });
  std::size_t taken = 0;
  for (bool has_ended = false; !has_ended;) {
    const auto piece = channel.take();
    taken += piece.kind == Kind::kChunk ? 1 : 0;
    has_ended = piece.kind == Kind::kEnd;
    // The writer's count is read after ours, so it can only be too large.
    EXPECT_LE(sent, taken + 5);
  }
  EXPECT_EQ(taken, 100U);
}

TEST(AnswerChannel, WakesAndStopsTheWriterWhenNobodyReads) {
  AnswerChannel channel([] {});
  ErrorCode code = ErrorCode::kInternal;
  std::jthread writer([&] {
    try {
      for (;;) {
        channel.send_chunk(std::string(AnswerChannel::kWaitingBytesMax, 'x'));
      }
    } catch (const Error& error) {
      code = error.code();
    }
  });
  while (channel.take().kind == Kind::kNone) {
    std::this_thread::yield();
  }
  channel.close();
  writer.join();
  EXPECT_EQ(code, ErrorCode::kCancelled);
  EXPECT_TRUE(channel.stop_token().stop_requested());
  channel.finish();
  EXPECT_EQ(channel.take().kind, Kind::kNone);
}

TEST(QueryPool, RunsEverythingAndRefusesWhatIsTooMuch) {
  std::atomic<bool> may_end = false;
  std::atomic<int> run_count = 0;
  int taken = 0;
  {
    QueryPool pool(2, 3);
    const auto job = [&] {
      may_end.wait(false);
      ++run_count;
    };
    // Two run, three wait; which of them run already does not matter.
    while (pool.submit(job)) {
      ASSERT_LE(++taken, 5);
      std::this_thread::yield();
    }
    EXPECT_GE(taken, 3);
    may_end = true;
    may_end.notify_all();
  }
  EXPECT_EQ(run_count, taken);
}

}  // namespace
}  // namespace whence::server
