-- Kept years of the lenses are counted anew when they are asked for: shares of money were not of all of a county's money, and
-- how a measure is counted is now said in both languages. Runs as heli_owner in one transaction.

delete from heli.lens_snapshot;
