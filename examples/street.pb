META
key;value
description;A made-up vote of one street
country;Nowhere
unit;One street
instance;2026
num_projects;5
num_votes;10
budget;1000
vote_type;approval
PROJECTS
project_id;cost;name
p1_lamp;300;A lamp in the lane
p2_bench;200;A bench
p3_ramp;400;A ramp
p4_drain;350;A drain
p5_board;150;A notice board
VOTES
voter_id;vote
v001;p1_lamp,p2_bench,p4_drain
v002;p1_lamp,p2_bench,p4_drain
v003;p1_lamp,p2_bench,p4_drain
v004;p1_lamp,p2_bench,p4_drain
v005;p1_lamp,p2_bench,p4_drain
v006;p1_lamp,p2_bench
v007;p3_ramp,p5_board
v008;p3_ramp,p5_board
v009;p3_ramp,p5_board
v010;p3_ramp,p5_board
