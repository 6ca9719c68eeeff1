# What several people wrote: grams and cents to a price in cents. Not all of it is right.
PROGRAMS = {
  "amber" => lambda do |grams, cents|
    next 1590 if grams > 10_000
    next 0 if cents >= 5000
    next 890 if grams > 2000

    490
  end,
  "birch" => lambda do |grams, cents|
    step = [2000, 10_000].count { |limit| grams > limit }
    step < 2 && cents >= 5000 ? 0 : [490, 890, 1590][step]
  end,
  "cedar" => lambda do |grams, cents|
    next 1590 if grams > 10_000
    next 0 if cents >= 5000
    next 890 if grams >= 2000

    490
  end,
  "dune" => lambda do |grams, cents|
    next 1590 if grams >= 10_000
    next 0 if cents >= 5000
    next 890 if grams > 2000

    490
  end,
  "elm" => lambda do |grams, cents|
    next 1590 if grams > 10_000
    next 0 if cents > 5000
    next 890 if grams > 2000

    490
  end,
  "fern" => lambda do |grams, cents|
    next 0 if cents >= 5000
    next 1590 if grams > 10_000
    next 890 if grams > 2000

    490
  end,
  "gale" => lambda do |grams, cents|
    next 0 if cents >= 5000 && grams <= 10_000
    next 890 if grams > 2000

    490
  end,
  "hazel" => lambda do |grams, cents|
    next 1590 if grams > 10_000
    next 0 if cents >= 5000
    next 890 if grams / 1000 > 2

    490
  end,
  "iris" => lambda do |grams, cents|
    next 1590 if grams > 10_000
    next 890 if grams > 2000
    next 0 if cents >= 5000

    490
  end,
}.freeze
