// Pass "push-filters": each condition moves down to the smallest pattern that always binds every
// variable it mentions. Sound because there the condition sees the same terms as above: a
// condition never passes into a side where one of its variables could be unbound.
#pragma once

#include "sparql/algebra.h"

namespace whence::plan {

[[nodiscard]] sparql::Algebra push_filters(sparql::Algebra algebra);

}  // namespace whence::plan
