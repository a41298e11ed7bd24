# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'founding_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import (AddressLabel, TextLabel)
from desktop_app.widgets.dates.date_source import DateCourse
from desktop_app.widgets.feedback.stepper import StepList
from desktop_app.widgets.paper.paper_sketch import PaperSketch
from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.style.look import (GroundFrame, Rule)
class Ui_FoundingPage(object):
    def setupUi(self, FoundingPage):
        if not FoundingPage.objectName():
            FoundingPage.setObjectName(u"FoundingPage")
        FoundingPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.line = QHBoxLayout(FoundingPage)
        self.line.setSpacing(0)
        self.line.setObjectName(u"line")
        self.line.setContentsMargins(0, 0, 0, 0)
        self.stepsPane = GroundFrame(FoundingPage)
        self.stepsPane.setObjectName(u"stepsPane")
        self.stepsPane.setProperty(u"ground", u"side")
        self.stepsColumn = QVBoxLayout(self.stepsPane)
        self.stepsColumn.setSpacing(10)
        self.stepsColumn.setObjectName(u"stepsColumn")
        self.stepsColumn.setContentsMargins(14, 28, 14, 24)
        self.brand = TextLabel(self.stepsPane)
        self.brand.setObjectName(u"brand")

        self.stepsColumn.addWidget(self.brand)

        self.brandNote = TextLabel(self.stepsPane)
        self.brandNote.setObjectName(u"brandNote")

        self.stepsColumn.addWidget(self.brandNote)

        self.steps = StepList(self.stepsPane)
        self.steps.setObjectName(u"steps")

        self.stepsColumn.addWidget(self.steps)

        self.stepsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.stepsColumn.addItem(self.stepsGap)

        self.placeRule = Rule(self.stepsPane)
        self.placeRule.setObjectName(u"placeRule")

        self.stepsColumn.addWidget(self.placeRule)

        self.placeNote = TextLabel(self.stepsPane)
        self.placeNote.setObjectName(u"placeNote")

        self.stepsColumn.addWidget(self.placeNote)

        self.place = AddressLabel(self.stepsPane)
        self.place.setObjectName(u"place")

        self.stepsColumn.addWidget(self.place)

        self.placeLine = QHBoxLayout()
        self.placeLine.setSpacing(0)
        self.placeLine.setObjectName(u"placeLine")
        self.placeLine.setContentsMargins(0, 0, 0, 0)
        self.changePlace = Button(self.stepsPane)
        self.changePlace.setObjectName(u"changePlace")
        self.changePlace.setProperty(u"kind", u"quiet")
        self.changePlace.setProperty(u"compact", True)

        self.placeLine.addWidget(self.changePlace)

        self.placeGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.placeLine.addItem(self.placeGap)


        self.stepsColumn.addLayout(self.placeLine)

        self.restoreNote = TextLabel(self.stepsPane)
        self.restoreNote.setObjectName(u"restoreNote")

        self.stepsColumn.addWidget(self.restoreNote)

        self.restoreLine = QHBoxLayout()
        self.restoreLine.setSpacing(0)
        self.restoreLine.setObjectName(u"restoreLine")
        self.restoreLine.setContentsMargins(0, 0, 0, 0)
        self.restore = Button(self.stepsPane)
        self.restore.setObjectName(u"restore")
        self.restore.setProperty(u"kind", u"quiet")
        self.restore.setProperty(u"compact", True)

        self.restoreLine.addWidget(self.restore)

        self.restoreGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.restoreLine.addItem(self.restoreGap)


        self.stepsColumn.addLayout(self.restoreLine)

        self.demoRule = Rule(self.stepsPane)
        self.demoRule.setObjectName(u"demoRule")

        self.stepsColumn.addWidget(self.demoRule)

        self.demoNote = TextLabel(self.stepsPane)
        self.demoNote.setObjectName(u"demoNote")

        self.stepsColumn.addWidget(self.demoNote)

        self.demoLine = QHBoxLayout()
        self.demoLine.setSpacing(0)
        self.demoLine.setObjectName(u"demoLine")
        self.demoLine.setContentsMargins(0, 0, 0, 0)
        self.demo = Button(self.stepsPane)
        self.demo.setObjectName(u"demo")
        self.demo.setProperty(u"kind", u"quiet")
        self.demo.setProperty(u"compact", True)

        self.demoLine.addWidget(self.demo)

        self.demoGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.demoLine.addItem(self.demoGap)


        self.stepsColumn.addLayout(self.demoLine)


        self.line.addWidget(self.stepsPane)

        self.middle = QWidget(FoundingPage)
        self.middle.setObjectName(u"middle")
        self.middleColumn = QVBoxLayout(self.middle)
        self.middleColumn.setSpacing(0)
        self.middleColumn.setObjectName(u"middleColumn")
        self.middleColumn.setContentsMargins(0, 0, 0, 0)
        self.head = QVBoxLayout()
        self.head.setSpacing(2)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(40, 28, 40, 14)
        self.title = TextLabel(self.middle)
        self.title.setObjectName(u"title")

        self.head.addWidget(self.title)

        self.context = TextLabel(self.middle)
        self.context.setObjectName(u"context")

        self.head.addWidget(self.context)


        self.middleColumn.addLayout(self.head)

        self.band = MessageBand(self.middle)
        self.band.setObjectName(u"band")

        self.middleColumn.addWidget(self.band)

        self.scroll = QScrollArea(self.middle)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scrollContents = QWidget()
        self.scrollContents.setObjectName(u"scrollContents")
        self.contentsLine = QHBoxLayout(self.scrollContents)
        self.contentsLine.setSpacing(0)
        self.contentsLine.setObjectName(u"contentsLine")
        self.contentsLine.setContentsMargins(40, 4, 40, 20)
        self.panels = QVBoxLayout()
        self.panels.setSpacing(0)
        self.panels.setObjectName(u"panels")
        self.panels.setContentsMargins(0, 0, 0, 0)
        self.panelsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.panels.addItem(self.panelsGap)


        self.contentsLine.addLayout(self.panels)

        self.scroll.setWidget(self.scrollContents)

        self.middleColumn.addWidget(self.scroll)

        self.footRule = Rule(self.middle)
        self.footRule.setObjectName(u"footRule")

        self.middleColumn.addWidget(self.footRule)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(40, 12, 40, 14)
        self.said = TextLabel(self.middle)
        self.said.setObjectName(u"said")

        self.foot.addWidget(self.said)

        self.footGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.footGap)

        self.later = Button(self.middle)
        self.later.setObjectName(u"later")
        self.later.setProperty(u"kind", u"quiet")

        self.foot.addWidget(self.later)

        self.forward = Button(self.middle)
        self.forward.setObjectName(u"forward")
        self.forward.setProperty(u"kind", u"filled")
        self.forward.setProperty(u"icon_name", u"arrow-left")
        self.forward.setProperty(u"hint", u"Ctrl+Enter")

        self.foot.addWidget(self.forward)


        self.middleColumn.addLayout(self.foot)


        self.line.addWidget(self.middle)

        self.aside = GroundFrame(FoundingPage)
        self.aside.setObjectName(u"aside")
        self.aside.setProperty(u"ground", u"side")
        self.asideColumn = QVBoxLayout(self.aside)
        self.asideColumn.setSpacing(10)
        self.asideColumn.setObjectName(u"asideColumn")
        self.asideColumn.setContentsMargins(28, 28, 28, 20)
        self.paperLabel = TextLabel(self.aside)
        self.paperLabel.setObjectName(u"paperLabel")

        self.asideColumn.addWidget(self.paperLabel)

        self.paper = PaperSketch(self.aside)
        self.paper.setObjectName(u"paper")

        self.asideColumn.addWidget(self.paper)

        self.datesLabel = TextLabel(self.aside)
        self.datesLabel.setObjectName(u"datesLabel")

        self.asideColumn.addWidget(self.datesLabel)

        self.datesCard = CardFrame(self.aside)
        self.datesCard.setObjectName(u"datesCard")
        self.datesColumn = QVBoxLayout(self.datesCard)
        self.datesColumn.setSpacing(0)
        self.datesColumn.setObjectName(u"datesColumn")
        self.datesColumn.setContentsMargins(16, 12, 16, 12)
        self.dates = DateCourse(self.datesCard)
        self.dates.setObjectName(u"dates")

        self.datesColumn.addWidget(self.dates)


        self.asideColumn.addWidget(self.datesCard)

        self.asideGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.asideColumn.addItem(self.asideGap)


        self.line.addWidget(self.aside)


        self.retranslateUi(FoundingPage)
    # setupUi

    def retranslateUi(self, FoundingPage):
        self.brand.setText(QCoreApplication.translate("FoundingPage", u"\u0631\u0627\u0647\u200c\u0627\u0646\u062f\u0627\u0632\u06cc \u06a9\u0645\u06cc\u062a\u0647", None))
        self.brandNote.setText(QCoreApplication.translate("FoundingPage", u"\u0647\u0634\u062a \u06af\u0627\u0645 \u06a9\u0648\u062a\u0627\u0647. \u0647\u0631 \u0686\u0647 \u0627\u06cc\u0646\u062c\u0627 \u0628\u0646\u0648\u06cc\u0633\u06cc\u062f \u0628\u0639\u062f\u0627\u064b \u0647\u0645 \u0648\u06cc\u0631\u0627\u06cc\u0634 \u0645\u06cc\u200c\u0634\u0648\u062f.", None))
        self.placeNote.setText(QCoreApplication.translate("FoundingPage", u"\u062f\u0627\u062f\u0647\u200c\u0647\u0627 \u062f\u0631 \u0627\u06cc\u0646 \u067e\u0648\u0634\u0647 \u0646\u06af\u0647 \u062f\u0627\u0634\u062a\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f:", None))
        self.changePlace.setText(QCoreApplication.translate("FoundingPage", u"\u067e\u0648\u0634\u0647\u0654 \u062f\u06cc\u06af\u0631\u2026", None))
        self.restoreNote.setText(QCoreApplication.translate("FoundingPage", u"\u0627\u06cc\u0646 \u062f\u0641\u062a\u0631 \u062f\u0631 \u0631\u0627\u06cc\u0627\u0646\u0647\u0654 \u062f\u06cc\u06af\u0631\u06cc \u0628\u0648\u062f\u0647 \u0627\u0633\u062a\u061f", None))
        self.restore.setText(QCoreApplication.translate("FoundingPage", u"\u0628\u0627\u0632\u06af\u0631\u062f\u0627\u0646\u062f\u0646 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u2026", None))
        self.demoNote.setText(QCoreApplication.translate("FoundingPage", u"\u0641\u0642\u0637 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u06cc\u062f \u0628\u0631\u0646\u0627\u0645\u0647 \u0631\u0627 \u0628\u0628\u06cc\u0646\u06cc\u062f\u061f", None))
        self.demo.setText(QCoreApplication.translate("FoundingPage", u"\u0622\u063a\u0627\u0632 \u0628\u0627 \u062f\u0627\u062f\u0647\u0654 \u00ab\u0646\u0645\u0648\u0646\u0647\u00bb", None))
#if QT_CONFIG(accessibility)
        self.demo.setAccessibleName(QCoreApplication.translate("FoundingPage", u"\u0622\u063a\u0627\u0632 \u0628\u0627 \u062f\u0627\u062f\u0647\u0654 \u0646\u0645\u0648\u0646\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.later.setText(QCoreApplication.translate("FoundingPage", u"\u0628\u0639\u062f\u0627\u064b \u06a9\u0627\u0645\u0644 \u0645\u06cc\u200c\u06a9\u0646\u0645", None))
        self.forward.setText(QCoreApplication.translate("FoundingPage", u"\u0627\u062f\u0627\u0645\u0647", None))
        self.paperLabel.setText(QCoreApplication.translate("FoundingPage", u"\u0631\u0648\u06cc \u06a9\u0627\u063a\u0630 \u0686\u0646\u06cc\u0646 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
        self.datesLabel.setText(QCoreApplication.translate("FoundingPage", u"\u0622\u0646\u0686\u0647 \u0627\u0632 \u0646\u0648\u0634\u062a\u0647\u200c\u0647\u0627\u06cc \u0634\u0645\u0627 \u0628\u0647 \u062f\u0633\u062a \u0622\u0645\u062f", None))
        pass
    # retranslateUi

