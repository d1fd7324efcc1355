// Clock says what a watch shows elsewhere when it is noon in Greenwich on New Year's Day.
package main

import (
	"fmt"
	"log"
	"os"
	"time"
)

func main() {
	log.SetFlags(0)
	noon := time.Date(2027, time.January, 1, 12, 0, 0, 0, time.UTC)
	for _, name := range os.Args[1:] {
		place, err := time.LoadLocation(name)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(noon.In(place).Format("15:04"), name)
	}
}
