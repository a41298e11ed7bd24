# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'resolution_inspector.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QVBoxLayout,
    QWidget)

from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import FigureField
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.fields.writing_area import WritingField
from desktop_app.widgets.lists.chip_list import ChipList
class Ui_ResolutionInspector(object):
    def setupUi(self, ResolutionInspector):
        if not ResolutionInspector.objectName():
            ResolutionInspector.setObjectName(u"ResolutionInspector")
        ResolutionInspector.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.fields = QVBoxLayout(ResolutionInspector)
        self.fields.setSpacing(10)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.kindField = Field(ResolutionInspector)
        self.kindField.setObjectName(u"kindField")
        self.kindColumn = QVBoxLayout(self.kindField)
        self.kindColumn.setObjectName(u"kindColumn")
        self.kind = SegmentedSwitch(self.kindField)
        self.kind.setObjectName(u"kind")

        self.kindColumn.addWidget(self.kind)


        self.fields.addWidget(self.kindField)

        self.axisField = Field(ResolutionInspector)
        self.axisField.setObjectName(u"axisField")
        self.axisColumn = QVBoxLayout(self.axisField)
        self.axisColumn.setObjectName(u"axisColumn")
        self.axis = ChoiceField(self.axisField)
        self.axis.setObjectName(u"axis")

        self.axisColumn.addWidget(self.axis)


        self.fields.addWidget(self.axisField)

        self.executorField = Field(ResolutionInspector)
        self.executorField.setObjectName(u"executorField")
        self.executorColumn = QVBoxLayout(self.executorField)
        self.executorColumn.setObjectName(u"executorColumn")
        self.executor = ChoiceField(self.executorField)
        self.executor.setObjectName(u"executor")

        self.executorColumn.addWidget(self.executor)


        self.fields.addWidget(self.executorField)

        self.cooperatingField = Field(ResolutionInspector)
        self.cooperatingField.setObjectName(u"cooperatingField")
        self.cooperatingColumn = QVBoxLayout(self.cooperatingField)
        self.cooperatingColumn.setObjectName(u"cooperatingColumn")
        self.cooperating = ChipList(self.cooperatingField)
        self.cooperating.setObjectName(u"cooperating")

        self.cooperatingColumn.addWidget(self.cooperating)


        self.fields.addWidget(self.cooperatingField)

        self.ownerField = Field(ResolutionInspector)
        self.ownerField.setObjectName(u"ownerField")
        self.ownerColumn = QVBoxLayout(self.ownerField)
        self.ownerColumn.setObjectName(u"ownerColumn")
        self.owner = ChoiceField(self.ownerField)
        self.owner.setObjectName(u"owner")

        self.ownerColumn.addWidget(self.owner)


        self.fields.addWidget(self.ownerField)

        self.deadlineHolder = QWidget(ResolutionInspector)
        self.deadlineHolder.setObjectName(u"deadlineHolder")

        self.fields.addWidget(self.deadlineHolder)

        self.adoptionField = Field(ResolutionInspector)
        self.adoptionField.setObjectName(u"adoptionField")
        self.adoptionColumn = QVBoxLayout(self.adoptionField)
        self.adoptionColumn.setObjectName(u"adoptionColumn")
        self.adoption = SegmentedSwitch(self.adoptionField)
        self.adoption.setObjectName(u"adoption")

        self.adoptionColumn.addWidget(self.adoption)


        self.fields.addWidget(self.adoptionField)

        self.reservationField = Field(ResolutionInspector)
        self.reservationField.setObjectName(u"reservationField")
        self.reservationColumn = QVBoxLayout(self.reservationField)
        self.reservationColumn.setObjectName(u"reservationColumn")
        self.reservation = WritingField(self.reservationField)
        self.reservation.setObjectName(u"reservation")

        self.reservationColumn.addWidget(self.reservation)


        self.fields.addWidget(self.reservationField)

        self.votesHolder = QWidget(ResolutionInspector)
        self.votesHolder.setObjectName(u"votesHolder")
        self.votesLine = QHBoxLayout(self.votesHolder)
        self.votesLine.setSpacing(12)
        self.votesLine.setObjectName(u"votesLine")
        self.votesLine.setContentsMargins(0, 0, 0, 0)
        self.votesForField = Field(self.votesHolder)
        self.votesForField.setObjectName(u"votesForField")
        self.votesForColumn = QVBoxLayout(self.votesForField)
        self.votesForColumn.setObjectName(u"votesForColumn")
        self.votesFor = FigureField(self.votesForField)
        self.votesFor.setObjectName(u"votesFor")

        self.votesForColumn.addWidget(self.votesFor)


        self.votesLine.addWidget(self.votesForField)

        self.votesAgainstField = Field(self.votesHolder)
        self.votesAgainstField.setObjectName(u"votesAgainstField")
        self.votesAgainstColumn = QVBoxLayout(self.votesAgainstField)
        self.votesAgainstColumn.setObjectName(u"votesAgainstColumn")
        self.votesAgainst = FigureField(self.votesAgainstField)
        self.votesAgainst.setObjectName(u"votesAgainst")

        self.votesAgainstColumn.addWidget(self.votesAgainst)


        self.votesLine.addWidget(self.votesAgainstField)


        self.fields.addWidget(self.votesHolder)

        self.classificationField = Field(ResolutionInspector)
        self.classificationField.setObjectName(u"classificationField")
        self.classificationColumn = QVBoxLayout(self.classificationField)
        self.classificationColumn.setObjectName(u"classificationColumn")
        self.classification = SegmentedSwitch(self.classificationField)
        self.classification.setObjectName(u"classification")

        self.classificationColumn.addWidget(self.classification)


        self.fields.addWidget(self.classificationField)

        self.upstreamField = Field(ResolutionInspector)
        self.upstreamField.setObjectName(u"upstreamField")
        self.upstreamColumn = QVBoxLayout(self.upstreamField)
        self.upstreamColumn.setObjectName(u"upstreamColumn")
        self.upstream = ChoiceField(self.upstreamField)
        self.upstream.setObjectName(u"upstream")

        self.upstreamColumn.addWidget(self.upstream)


        self.fields.addWidget(self.upstreamField)


        self.retranslateUi(ResolutionInspector)
    # setupUi

    def retranslateUi(self, ResolutionInspector):
        self.kindField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0646\u0648\u0639", None))
        self.axisField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0645\u062d\u0648\u0631", None))
        self.executorField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0645\u062c\u0631\u06cc", None))
        self.cooperatingField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0647\u0645\u06a9\u0627\u0631\u0627\u0646", None))
        self.ownerField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0645\u0633\u0626\u0648\u0644 \u067e\u06cc\u06af\u06cc\u0631\u06cc", None))
        self.adoptionField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0634\u06cc\u0648\u0647\u0654 \u062a\u0635\u0648\u06cc\u0628", None))
        self.reservationField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0645\u0644\u0627\u062d\u0638\u0647 \u06cc\u0627 \u0646\u0638\u0631 \u0645\u062e\u0627\u0644\u0641", None))
        self.votesForField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0631\u0623\u06cc \u0645\u0648\u0627\u0641\u0642", None))
        self.votesAgainstField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0631\u0623\u06cc \u0645\u062e\u0627\u0644\u0641", None))
        self.classificationField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0637\u0628\u0642\u0647\u200c\u0628\u0646\u062f\u06cc \u0628\u0646\u062f", None))
        self.classificationField.setProperty(u"hint_text", QCoreApplication.translate("ResolutionInspector", u"\u0628\u0631\u06af\u0647\u200c\u0647\u0627\u06cc\u06cc \u06a9\u0647 \u0627\u06cc\u0646 \u0628\u0646\u062f \u062f\u0631 \u0622\u0646\u200c\u0647\u0627 \u0645\u06cc\u200c\u0622\u06cc\u062f \u0647\u0645\u06cc\u0646 \u0637\u0628\u0642\u0647 \u0631\u0627 \u0645\u06cc\u200c\u06af\u06cc\u0631\u0646\u062f.", None))
        self.upstreamField.setProperty(u"label_text", QCoreApplication.translate("ResolutionInspector", u"\u0627\u0633\u062a\u0646\u0627\u062f \u0628\u0627\u0644\u0627\u062f\u0633\u062a\u06cc", None))
        pass
    # retranslateUi

